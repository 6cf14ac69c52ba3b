import type { ReportFile } from './report-file.ts';

/** A file that an answer has linked. */
interface Report {
  readonly file: ReportFile;
  /** Unix seconds by the account's clock. */
  readonly expiresAt: number;
  readonly once: boolean;
  readonly now: () => number;
}

/** Files kept at most, all accounts together. */
const maxBytes = 256 * 1024 * 1024;

/** The report files of one server. Their names are opaque; whoever has the link can read the file, as with Erply. */
export class Reports {
  readonly #reports = new Map<string, Report>();

  /** Keeps a file and answers its name. */
  add(name: string, report: Report): void {
    this.#reports.set(name, report);
    let bytes = 0;
    for (const { file } of this.#reports.values()) bytes += file.keptBytes;
    for (const [oldest, { file }] of this.#reports) {
      if (bytes <= maxBytes || oldest === name) break;
      this.#reports.delete(oldest);
      bytes -= file.keptBytes;
    }
  }

  /** The file, or `undefined` when there is none, or no longer. */
  read(name: string): ReportFile | undefined {
    const report = this.#reports.get(name);
    if (report === undefined) return undefined;
    const isExpired = report.now() >= report.expiresAt;
    if (isExpired || report.once) this.#reports.delete(name);
    return isExpired ? undefined : report.file;
  }
}

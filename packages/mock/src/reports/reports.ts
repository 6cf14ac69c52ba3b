import type { ReportFile } from './report-file.ts';

/** A file that an answer has linked. */
interface Report<TOwner> {
  /** The account that asked for it: when that is forgotten, so is the file. */
  readonly owner: TOwner;
  readonly file: ReportFile;
  /** Unix seconds by the account's clock. */
  readonly expiresAt: number;
  readonly once: boolean;
  readonly now: () => number;
}

/** Files kept at most, all accounts together. */
const maxBytes = 256 * 1024 * 1024;

/** The report files of one server. Their names are opaque; whoever has the link can read the file, as with Erply. */
export class Reports<TOwner extends object = object> {
  readonly #reports = new Map<string, Report<TOwner>>();
  readonly #namesOf = new WeakMap<TOwner, Set<string>>();

  /** Keeps a file under a name. */
  add(name: string, report: Report<TOwner>): void {
    this.#reports.set(name, report);
    const names = this.#namesOf.get(report.owner) ?? new Set();
    this.#namesOf.set(report.owner, names.add(name));
    let bytes = 0;
    for (const { file } of this.#reports.values()) bytes += file.keptBytes;
    for (const [oldest, { file }] of this.#reports) {
      if (bytes <= maxBytes || oldest === name) break;
      this.#drop(oldest);
      bytes -= file.keptBytes;
    }
  }

  /** The file, or `undefined` when there is none, or no longer. */
  read(name: string): ReportFile | undefined {
    const report = this.#reports.get(name);
    if (report === undefined) return undefined;
    const isExpired = report.now() >= report.expiresAt;
    if (isExpired || report.once) this.#drop(name);
    return isExpired ? undefined : report.file;
  }

  /** Whose file it is, as long as it can be read. */
  ownerOf(name: string): TOwner | undefined {
    const report = this.#reports.get(name);
    return report === undefined || report.now() >= report.expiresAt ? undefined : report.owner;
  }

  /** Drops the files of an account. */
  forget(owner: TOwner): void {
    for (const name of this.#namesOf.get(owner) ?? []) this.#drop(name);
  }

  #drop(name: string): void {
    const owner = this.#reports.get(name)?.owner;
    this.#reports.delete(name);
    if (owner !== undefined) this.#namesOf.get(owner)?.delete(name);
  }
}

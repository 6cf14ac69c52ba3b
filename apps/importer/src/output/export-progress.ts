import { jsonLine, type Output } from '@erply-kit/command-line';

interface ExportProgressOptions {
  readonly out: Output;
  readonly json: boolean;
  readonly now: () => number;
}

const quietMs = 5000;
const redrawMs = 200;

/** Tells how far an export is: on a terminal in one line that is written over, elsewhere every five seconds. */
export function createExportProgress({ out, json, now }: ExportProgressOptions) {
  const isOver = !json && out.isTTY === true;
  let lastAt = now();
  let isShown = false;
  return {
    taken(table: string, rows: number): void {
      if (now() - lastAt < (isOver ? redrawMs : quietMs)) return;
      lastAt = now();
      isShown = isOver;
      const line = `${table}: ${rows} rows`;
      out.write(
        json ? jsonLine({ event: 'exportProgress', table, rows }) : isOver ? `\r\x1b[K${line}` : `${line}\n`,
      );
    },
    /** Leaves a clean line behind. */
    end(): void {
      if (isShown) out.write('\r\x1b[K');
      isShown = false;
    },
  };
}

import { type Output, oneLine } from '@erply-kit/command-line';

/** Shows an operator how far a run is. */
export interface Progress {
  /** A new step begins. */
  step(text: string): void;
  /** One more row of the step is done. */
  row(): void;
  /** Something worth a line of its own, in the middle of a step. */
  note(text: string): void;
  /** The last step is done. */
  end(): void;
}

const rowsBetweenUpdates = 5000;

/** One line that is written over on a terminal; a plain line for each finished step elsewhere. */
export function createProgress(out: Output): Progress {
  let current: { readonly text: string; rows: number } | undefined;
  const shown = () =>
    current &&
    (current.rows > 0 ? `${current.text}: ${current.rows.toLocaleString('en')} rows` : current.text);
  const end = () => {
    if (current) out.write(out.isTTY ? `\r\x1b[K${shown()}\n` : `${shown()}\n`);
    current = undefined;
  };
  return {
    step(text) {
      end();
      current = { text: oneLine(text), rows: 0 };
      if (out.isTTY) out.write(current.text);
    },
    row() {
      if (!current) return;
      current.rows++;
      if (out.isTTY && current.rows % rowsBetweenUpdates === 0) out.write(`\r\x1b[K${shown()}`);
    },
    note(text) {
      const line = oneLine(text);
      out.write(out.isTTY ? `\r\x1b[K${line}\n${shown() ?? ''}` : `${line}\n`);
    },
    end,
  };
}

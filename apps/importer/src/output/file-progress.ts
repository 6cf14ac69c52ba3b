import { jsonLine, type Output } from '@erply-kit/command-line';

import { decimal } from './table.ts';

interface FileProgressOptions {
  readonly out: Output;
  /** Name of the event in JSON. */
  readonly event: string;
  readonly json: boolean;
  readonly now: () => number;
}

const quietMs = 5000;

/** Tells how much of a file is written: on a terminal in one line that is written over, elsewhere every five seconds. */
export function createFileProgress({ out, event, json, now }: FileProgressOptions) {
  const isOver = !json && out.isTTY === true;
  let lastAt = now();
  let isShown = false;
  return {
    written(bytes: number): void {
      if (!isOver && now() - lastAt < quietMs) return;
      lastAt = now();
      isShown = isOver;
      const line = `${sizeText(bytes)} written`;
      out.write(json ? jsonLine({ event, bytes }) : isOver ? `\r\x1b[K${line}` : `${line}\n`);
    },
    /** Leaves a clean line behind. */
    end(): void {
      if (isShown) out.write('\r\x1b[K');
      isShown = false;
    },
  };
}

/** Bytes for people, in millions. */
export const sizeText = (bytes: number): string => `${decimal(bytes / 1e6)} MB`;

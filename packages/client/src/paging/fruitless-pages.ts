import { Failure } from '../errors/failure.ts';

/** Pages that it takes to step back, 1, 2, 4 … rows, over any table, and some more. */
const searchPages = 64;

/** Counts pages in a row that bring no new row. */
export interface FruitlessPages {
  /** A page brought new rows, the last of them before `offset`. */
  restart(offset: number): void;
  /** @throws Failure when there were more than it takes to find the position again, and to read once more what was read. */
  note(rows: number): void;
}

/** Looking for its position, a read may go back and forth; a server that answers as it likes would make that endless. */
export function countFruitlessPages(from: number): FruitlessPages {
  let reached = from;
  let largestPage = 1;
  let fruitless = 0;
  return {
    restart(offset) {
      reached = offset;
      fruitless = 0;
    },
    note(rows) {
      fruitless += 1;
      largestPage = Math.max(largestPage, rows);
      if (fruitless <= searchPages + reached / largestPage) return;
      throw new Failure(`${fruitless} pages in a row brought nothing new`, {
        kind: 'response',
        recovery: 'backOff',
      });
    },
  };
}

import type { BenchPart, Reading } from '../bench.ts';
import type { InstalledPackages } from '../installed-packages.ts';
import type { Round } from './comparison.ts';

/** The packages of one side, and what it is called. */
export interface Side {
  readonly label: string;
  readonly installed: InstalledPackages;
}

export interface Sides {
  readonly here: Side;
  readonly against: Side;
}

export interface TurnOptions {
  readonly rounds: number;
  readonly nowMs: () => number;
  /** Takes one line for who waits. */
  readonly say: (line: string) => void;
}

/** A side that could not be measured. */
export class FailedSide extends Error {}

interface Turn {
  readonly readings: readonly Reading[];
  readonly seconds: number;
}

/**
 * Measures both sides in turns: A B, B A, A B, and so on, so that neither always has the machine that the other has
 * warmed. Throws `FailedSide` in the first round in which a side fails, after the other has had its turn too: whether
 * one fails or both is worth knowing.
 */
export async function takeTurns(part: BenchPart, sides: Sides, options: TurnOptions): Promise<Round[]> {
  const rounds: Round[] = [];
  const startedAt = options.nowMs();
  for (let round = 1; round <= options.rounds; round++) {
    const order = round % 2 === 1 ? (['here', 'against'] as const) : (['against', 'here'] as const);
    const turns: Partial<Record<keyof Sides, Turn>> = {};
    const failures: string[] = [];
    for (const side of order) {
      const turn = await takeTurn(part, sides[side], options.nowMs).catch(reasonOf);
      if (typeof turn === 'string') failures.push(`${sides[side].label}: ${turn}`);
      else turns[side] = turn;
    }
    const { here, against } = turns;
    if (here === undefined || against === undefined) {
      throw new FailedSide(`failed in round ${round}: ${failures.join('; ')}`);
    }
    rounds.push({ here: here.readings, against: against.readings });
    const times = order.map((side) => `${sides[side].label} ${(turns[side]?.seconds ?? 0).toFixed(1)} s`);
    const left = ((options.nowMs() - startedAt) / round / 60_000) * (options.rounds - round);
    options.say(
      `${part.name}: round ${round} of ${options.rounds}: ${times.join(', then ')}${leftText(left)}`,
    );
  }
  return rounds;
}

async function takeTurn(part: BenchPart, side: Side, nowMs: () => number): Promise<Turn> {
  const startedAt = nowMs();
  const readings = await part.measure(side.installed);
  return { readings, seconds: (nowMs() - startedAt) / 1000 };
}

/** The first line of what went wrong. */
const reasonOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

function leftText(minutes: number): string {
  return minutes === 0 ? '' : `; some ${Math.max(1, Math.round(minutes))} min left`;
}

import fc from 'fast-check';

import { body, failure, refused } from '../../scripted-transport.ts';
import { faults } from '../faults.ts';
import { echo } from '../good-server.ts';
import type { Fault, Request, UseName, Way } from '../way.ts';

interface Move {
  readonly fault: Fault;
  readonly answer: NonNullable<Way['answer']>;
}

/** What a server may say, one after the other. */
const moves: Readonly<Record<string, Move>> = {
  1002: { fault: { kind: 'quota', isRepeated: true }, answer: () => refused(1002) },
  1054: { fault: { kind: 'session', isRepeated: true }, answer: () => refused(1054) },
  1055: { fault: { kind: 'session', isRepeated: true }, answer: () => refused(1055) },
  1000: { fault: { kind: 'api', isRepeated: true }, answer: () => refused(1000) },
  1005: { fault: { kind: 'api' }, answer: () => refused(1005) },
  429: { fault: faults.tooManyRequests, answer: () => body(echo, 429) },
  500: { fault: faults.serverError, answer: () => body(echo, 500) },
  empty: { fault: faults.senseless, answer: () => body('') },
  refused: { fault: faults.notSent, answer: () => failure('notSent', 'ECONNREFUSED') },
  lost: { fault: faults.lost, answer: () => failure('lost', 'ECONNRESET') },
  silence: { fault: faults.silent, answer: silence },
  good: { fault: faults.none, answer: ({ good }) => body(JSON.stringify(good())) },
};

function silence({ signal, stall }: Request): Promise<never> {
  stall(() => signal.aborted);
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

const attempts = 2;
const maxQuotaWaits = 24;

/** How a call ends that meets these, of which the last comes for ever: the rules of docs/client.md, "Repeats". */
function endOf(sequence: readonly Move[], isWrite: boolean): Fault {
  let quotaWaits = 0;
  let wasSession = false;
  for (let request = 0; ; request += 1) {
    const { fault } = sequence[Math.min(request, sequence.length - 1)]!;
    const { kind, isAmbiguous = false, isRepeated = false } = fault;
    const isOver = !isRepeated || (isWrite && isAmbiguous);
    const isSecondSession = kind === 'session' && wasSession;
    if (kind === 'quota') quotaWaits += 1;
    const isLastTry = kind !== 'quota' && kind !== 'session' && request + 1 >= attempts;
    if (isOver || isSecondSession || isLastTry || quotaWaits > maxQuotaWaits) return { kind, isAmbiguous };
    wasSession = kind === 'session';
  }
}

function sequenceWay(sequence: readonly string[], number: number): Way {
  const chosen = sequence.map((name) => moves[name]!);
  return {
    where: 'protocol',
    name: `${number}: ${sequence.join(', ')} …`,
    uses: ['read', 'write', 'bulk', 'csv'],
    whens: ['afterLogin'],
    fault: (use: UseName) => endOf(chosen, use === 'write' || use === 'bulk'),
    deadlineMs: 40 * 3_600_000,
    answer: (request) => chosen[Math.min(request.count, chosen.length - 1)]!.answer(request),
  };
}

const sequences = fc.array(fc.constantFrom(...Object.keys(moves)), {
  minLength: 1,
  maxLength: 6,
  size: 'max',
});

/** Every session, quota and lost answer, in an order by chance. */
export const sequenceWays = (seed: number, count: number): readonly Way[] =>
  fc.sample(sequences, { seed, numRuns: count }).map(sequenceWay);

import type { Journal, KeptEntry } from '../../account/journal.ts';
import type { ExpectedInputs } from './expected-input.ts';

/** What the journal has of a request that was expected. */
export interface Found {
  readonly matching: readonly KeptEntry[];
  /** The request of the same name that differs in the fewest inputs, the last one of those. */
  readonly nearest: KeptEntry | undefined;
  /** Names of the inputs in which it differs. */
  readonly differing: readonly string[];
  /** How many requests have each name. */
  readonly asked: ReadonlyMap<string, number>;
}

function differingIn({ fingerprints }: KeptEntry, expected: ExpectedInputs): readonly string[] {
  return [...expected].filter(([name, value]) => fingerprints.get(name) !== value).map(([name]) => name);
}

/** Looks for requests of a name with these inputs that came to an error code, or to any. */
export function findExpected(
  journal: Journal,
  request: string,
  wanted: { readonly inputs: ExpectedInputs; readonly errorCode: number | undefined },
): Found {
  const matching: KeptEntry[] = [];
  const asked = new Map<string, number>();
  let nearest: KeptEntry | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  let differing: readonly string[] = [];
  for (const kept of journal.kept()) {
    const { entry } = kept;
    asked.set(entry.request, (asked.get(entry.request) ?? 0) + 1);
    if (entry.request !== request) continue;
    const inputs = differingIn(kept, wanted.inputs);
    const isOtherCode = wanted.errorCode !== undefined && entry.errorCode !== wanted.errorCode;
    const names = isOtherCode ? [...inputs, 'errorCode'] : inputs;
    if (names.length === 0) matching.push(kept);
    else if (names.length <= fewest) {
      nearest = kept;
      differing = names;
      fewest = names.length;
    }
  }
  return { matching, nearest, differing, asked };
}

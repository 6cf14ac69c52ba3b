import type { DifferingInput } from './differing-inputs.ts';
import type { Found } from './find-expected.ts';

/** More names or entries than these are not listed. */
const mostListed = 10;

const listed = (items: readonly string[]) =>
  `${items.slice(0, mostListed).join(', ')}${items.length > mostListed ? ' …' : ''}`;

const timesOf = (times: number | undefined) => {
  if (times === undefined) return 'at least one';
  return times === 0 ? 'no' : String(times);
};

/** A value as far as a line has room for it. */
const shown = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 100);

function difference({ name, sent, actual, expected }: DifferingInput): string {
  if (!sent) return `${name} was not sent`;
  if (expected === null) return `${name} was sent${actual === undefined ? '' : `, as ${shown(actual)}`}`;
  if (actual !== undefined) return `${name} is ${shown(actual)} and not ${shown(expected)}`;
  return expected === undefined
    ? `${name} differs (masked; --journal full shows values that are not secret)`
    : `${name} differs`;
}

function nearestText({ nearest, asked }: Found, differs: readonly DifferingInput[]): string {
  if (nearest !== undefined)
    return `the nearest is entry ${nearest.entry.id}: ${differs.map(difference).join('; ')}`;
  const names = [...asked].map(([name, count]) => `${name} ${count}`);
  return names.length === 0 ? 'the journal is empty' : `the journal has ${listed(names)}`;
}

interface Miss {
  readonly request: string;
  /** Names of the inputs that were asked for. */
  readonly inputs: readonly string[];
  readonly times: number | undefined;
  readonly dropped: number;
  readonly found: Found;
  readonly differs: readonly DifferingInput[];
}

/** What is wrong where a request was not made as expected, in a sentence. */
export function explainMiss({ request, inputs, times, dropped, found, differs }: Miss): string {
  const { matching } = found;
  const such = inputs.length === 0 ? request : `${request} with this ${listed(inputs)}`;
  const claim = `expected ${timesOf(times)} ${such}, found ${matching.length}`;
  const entries = listed(matching.map(({ entry }) => String(entry.id)));
  const isTooMany = times !== undefined && matching.length > times;
  const detail = isTooMany ? `: entries ${entries}` : `; ${nearestText(found, differs)}`;
  const lost = `${dropped} older entries about ${request} were dropped from the journal, so this is not certain: verify earlier, or empty the journal before`;
  const isEnough = times !== undefined && matching.length === times;
  return `${claim}${isEnough ? '' : detail}${dropped === 0 ? '' : `; ${lost}`}`;
}

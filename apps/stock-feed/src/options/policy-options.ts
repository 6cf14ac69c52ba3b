import { UsageError } from '@erply-kit/command-line';

import type { FeedPolicy } from '../feed-policy.ts';
import { oneOf } from './one-of.ts';

/** What the feed holds. */
export const policyOptions = {
  warehouse: { type: 'string', multiple: true, default: [] as string[] },
  offline: { type: 'boolean', default: false },
  sum: { type: 'boolean', default: false },
  rows: { type: 'string', default: 'all' },
  identifiers: { type: 'boolean', default: true },
  negative: { type: 'string', default: 'zero' },
} as const;

export const policyHelp = `\
  --warehouse ID         only this warehouse; repeat it for more                       [default: all]
  --offline              with the warehouses that Erply marks as offline               [default: without]
  --sum                  one row for a product: the sum over the warehouses
  --rows all|stocked     all: every product that can have stock and is not archived, 0 included;
                         stocked: only those of which Erply's stock is not zero        [default: all]
  --no-identifiers       without the columns code and code2
  --negative zero|keep   what becomes of less than nothing                             [default: zero]
`;

interface PolicyValues {
  readonly warehouse: readonly string[];
  readonly offline: boolean;
  readonly sum: boolean;
  readonly rows: string;
  readonly identifiers: boolean;
  readonly negative: string;
}

/** Reads them; throws `UsageError`. */
export function policyOf(values: PolicyValues): FeedPolicy {
  return {
    rows: oneOf('--rows', values.rows, ['all', 'stocked']),
    identifiers: values.identifiers,
    sum: values.sum,
    negative: oneOf('--negative', values.negative, ['zero', 'keep']),
    warehouses: values.warehouse.map((text) => wholeNumber('--warehouse', text)),
    offline: values.offline,
  };
}

function wholeNumber(option: string, text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new UsageError(`${option} ${text}: give the number of a warehouse`);
}

import { UsageError } from '@erply-kit/command-line';

import type { AvailabilityRule } from '../availability-rule.ts';
import type { FeedPolicy, WarehouseGroup } from '../feed-policy.ts';
import { oneOf } from './one-of.ts';
import { readPolicyFile } from './policy-file.ts';
import { isGroupName, quantityIn, reserveIn, warehouseIn } from './policy-values.ts';

/** What the feed holds. */
export const policyOptions = {
  warehouse: { type: 'string', multiple: true, default: [] as string[] },
  group: { type: 'string', multiple: true, default: [] as string[] },
  policy: { type: 'string' },
  offline: { type: 'boolean' },
  sum: { type: 'boolean', default: false },
  rows: { type: 'string', default: 'all' },
  identifiers: { type: 'boolean', default: true },
  negative: { type: 'string' },
  reserve: { type: 'string' },
  minimum: { type: 'string' },
  maximum: { type: 'string' },
} as const;

export const policyHelp = `\
  --warehouse ID         only this warehouse; repeat it for more                       [default: all]
  --group NAME=ID,ID     one row for a product and these warehouses together (NAME=all: all of them);
                         repeat it for more groups
  --policy FILE          groups and what follows, as YAML or JSON (docs/stock-feed.md); options go over it
  --offline              with the warehouses that Erply marks as offline               [default: without]
  --sum                  one row for a product: the sum over the warehouses
  --rows all|stocked     all: every product that can have stock and is not archived, 0 included;
                         stocked: only those of which Erply's stock is not zero        [default: all]
  --no-identifiers       without the columns code and code2
  --negative zero|keep   what becomes of less than nothing                             [default: zero]
  --reserve N|N%         so many are kept back of what there is                        [default: 0]
  --minimum N            less than this is shown as 0                                  [default: 0]
  --maximum N            more than this is shown as this much                          [default: no limit]
`;

interface PolicyValues {
  readonly warehouse: readonly string[];
  readonly group: readonly string[];
  readonly policy?: string;
  readonly offline?: boolean;
  readonly sum: boolean;
  readonly rows: string;
  readonly identifiers: boolean;
  readonly negative?: string;
  readonly reserve?: string;
  readonly minimum?: string;
  readonly maximum?: string;
}

/** Reads them, and the file that they name; throws `UsageError`. */
export function policyOf(
  values: PolicyValues,
  cwd: string,
): FeedPolicy & { readonly maxZeroedPercent?: number } {
  const file = values.policy === undefined ? {} : readPolicyFile(values.policy, cwd);
  const { groups: declared = [], ...base } = file;
  if (declared.length > 0 && values.group.length > 0)
    throw new UsageError(`--group, and groups in ${values.policy}: give them in one place`);
  const rule = { negative: 'zero' as const, ...base, ...ruleOf(values) };
  const policy = {
    ...rule,
    rows: oneOf('--rows', values.rows, ['all', 'stocked']),
    identifiers: values.identifiers,
    sum: values.sum,
    warehouses: values.warehouse.map((text) => warehouseIn(`--warehouse ${text}`, text)),
    offline: values.offline ?? base.offline ?? false,
  };
  const groups = [...declared, ...values.group.map(groupIn)];
  if (groups.length === 0) return policy;
  refuseTogether(values);
  refuseTwice(groups);
  const { offline: withOffline } = policy;
  const common = { negative: rule.negative, ...withoutUndefined(rule) };
  return {
    ...policy,
    groups: groups
      .map((group) => ({ ...common, ...(withOffline && { offline: true }), ...group }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function ruleOf(values: PolicyValues): Partial<AvailabilityRule> {
  const { negative, reserve, minimum, maximum } = values;
  return {
    ...(negative !== undefined && { negative: oneOf('--negative', negative, ['zero', 'keep']) }),
    ...(reserve !== undefined && { reserve: reserveIn(`--reserve ${reserve}`, reserve) }),
    ...(minimum !== undefined && { minimum: quantityIn(`--minimum ${minimum}`, minimum) }),
    ...(maximum !== undefined && { maximum: quantityIn(`--maximum ${maximum}`, maximum) }),
  };
}

function groupIn(text: string): Pick<WarehouseGroup, 'name' | 'warehouses'> {
  const [name = '', list] = text.split('=', 2);
  if (!isGroupName(name) || !list)
    throw new UsageError(`--group ${text}: give a name of letters, digits, - and _, and warehouses: web=1,2`);
  const warehouses = list === 'all' ? [] : list.split(',').map((id) => warehouseIn(`--group ${text}`, id));
  return { name, warehouses };
}

function refuseTogether({ sum, warehouse }: PolicyValues): void {
  if (sum) throw new UsageError('--sum is one row for all: leave it out, or leave out the groups');
  if (warehouse.length > 0)
    throw new UsageError('--warehouse beside groups: name the warehouses in the groups only');
}

function refuseTwice(groups: readonly Pick<WarehouseGroup, 'name'>[]): void {
  const twice = groups.find(({ name }, index) => groups.findIndex((one) => one.name === name) !== index);
  if (twice) throw new UsageError(`group ${twice.name} is given twice`);
}

function withoutUndefined({
  reserve,
  minimum,
  maximum,
}: Partial<AvailabilityRule>): Partial<AvailabilityRule> {
  return {
    ...(reserve !== undefined && { reserve }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
}

import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

import { parse } from 'yaml';

import { UsageError } from '@erply-kit/command-line';
import { didYouMean } from '@erply-kit/command-line/erply';

import type { AvailabilityRule } from '../availability-rule.ts';
import type { WarehouseGroup } from '../feed-policy.ts';
import { oneOf } from './one-of.ts';
import { isGroupName, percentIn, quantityIn, reserveIn, warehouseIn } from './policy-values.ts';

const mostBytes = 1024 * 1024;

/** What a policy file may say; what it leaves out is as without it. */
export interface PolicyFile extends Partial<AvailabilityRule> {
  readonly offline?: boolean;
  readonly maxZeroedPercent?: number;
  readonly groups?: readonly (Pick<WarehouseGroup, 'name' | 'warehouses'> & Partial<WarehouseGroup>)[];
}

type Reader = (what: string, value: unknown) => Partial<WarehouseGroup>;

const text = (value: unknown) => (typeof value === 'number' ? String(value) : value);

/** Quantities may stand in a file as numbers or as texts. */
const ofText =
  (read: (what: string, written: string) => Partial<WarehouseGroup>): Reader =>
  (what, value) => {
    const written = text(value);
    if (typeof written !== 'string' || written === '') throw new UsageError(`${what} has no value`);
    return read(`${what}: ${written}`, written);
  };

const common: Readonly<Record<string, Reader>> = {
  negative: ofText((what, written) => ({
    negative: oneOf(what.split(': ')[0] ?? '', written, ['zero', 'keep']),
  })),
  reserve: ofText((what, written) => ({ reserve: reserveIn(what, written) })),
  minimum: ofText((what, written) => ({ minimum: quantityIn(what, written) })),
  maximum: ofText((what, written) => ({ maximum: quantityIn(what, written) })),
  maxZeroed: ofText((what, written) => ({ maxZeroedPercent: percentIn(what, written) })),
  offline(what, value) {
    if (typeof value === 'boolean') return { offline: value };
    throw new UsageError(`${what}: say true or false`);
  },
};

const ofGroup: Readonly<Record<string, Reader>> = {
  ...common,
  warehouses(what, value) {
    if (value === 'all') return { warehouses: [] };
    if (!Array.isArray(value) || value.length === 0)
      throw new UsageError(`${what}: give a list of warehouses such as [1, 2], or all`);
    return { warehouses: value.map((id) => warehouseIn(what, String(id))) };
  },
  storeCode: ofText((_, storeCode) => ({ storeCode })),
};

/** Reads a policy file; throws `UsageError` with the file and what is wrong in it. */
export function readPolicyFile(path: string, cwd: string): PolicyFile {
  try {
    return fileIn(parsed(resolve(cwd, path)));
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`--policy ${path}: ${error.message}`);
    throw error;
  }
}

function parsed(path: string): unknown {
  const content = contentOf(path);
  try {
    // A word that is there twice is an error, and no word makes an object of a class.
    return parse(content, { logLevel: 'error', maxAliasCount: 0 });
  } catch (error) {
    const { linePos } = error as { linePos?: [{ line: number }] };
    throw new UsageError(`it is not YAML or JSON${linePos ? ` from line ${linePos[0].line} on` : ''}`);
  }
}

function contentOf(path: string): string {
  try {
    const found = statSync(path);
    if (!found.isFile()) throw new UsageError('it is not a file');
    if (found.size > mostBytes) throw new UsageError('it is larger than 1 MB');
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`it cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function fileIn(value: unknown): PolicyFile {
  const { groups, ...rest } = mapIn('it', value);
  const base = valuesIn('', rest, { ...common, groups: () => ({}) });
  if (groups === undefined) return base;
  const named = Object.entries(mapIn('groups', groups));
  if (named.length === 0) throw new UsageError('groups: there is none in it');
  return { ...base, groups: named.map(([name, group]) => groupIn(name, group)) };
}

function groupIn(name: string, value: unknown): NonNullable<PolicyFile['groups']>[number] {
  const what = `groups.${name}`;
  if (!isGroupName(name)) throw new UsageError(`${what}: a name has letters, digits, - and _ only`);
  const { warehouses, ...rest } = valuesIn(`${what}.`, mapIn(what, value), ofGroup);
  if (!warehouses) throw new UsageError(`${what}: say which warehouses: [1, 2], or all`);
  return { ...rest, name, warehouses };
}

function mapIn(what: string, value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new UsageError(
    `${what} ${value === null || value === undefined ? 'is empty' : 'is not a map of names to values'}`,
  );
}

function valuesIn(
  prefix: string,
  values: Readonly<Record<string, unknown>>,
  readers: Readonly<Record<string, Reader>>,
): Partial<WarehouseGroup> {
  const names = Object.keys(readers);
  return Object.assign(
    {},
    ...Object.entries(values).map(([name, value]) => {
      const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
      if (!reader)
        throw new UsageError(
          `there is no ${prefix}${name}${didYouMean(name, names) || `; there is ${names.join(', ')}`}`,
        );
      return reader(`${prefix}${name}`, value);
    }),
  );
}

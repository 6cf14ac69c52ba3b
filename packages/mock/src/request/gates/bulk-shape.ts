import { limits } from '@erply-kit/schemas';

import { outlineOf } from '../../wire/json-outline.ts';
import { textOf } from '../../wire/parameters.ts';
import type { Gate, SubRequest } from '../context.ts';

/** How deep JSON may be nested before PHP gives up reading it. */
const maxDepth = 512;

const isObject = (item: unknown): item is Readonly<Record<string, unknown>> =>
  typeof item === 'object' && item !== null && !Array.isArray(item);

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/**
 * What PHP iterates over in a JSON text: the items of an array, and those of an object in the order in which the text
 * names its keys. JavaScript would take keys that are numbers first, in the order of their numbers.
 */
function itemsOf(json: string): readonly unknown[] | undefined {
  const { depth, keys } = outlineOf(json);
  if (depth > maxDepth) return undefined;
  const value = parse(json);
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return undefined;
  // Of a key that is there twice the first position counts, and the last value.
  const names = new Set(keys.map((key) => JSON.parse(key) as string));
  return [...names].map((name) => value[name]);
}

/** A name is a text; anything else names no call. */
const nameOf = (name: unknown) => (typeof name === 'string' ? name : '');

/** 1015: `requests` is not a JSON array of objects, nor an object of them. 1020: it has more than 100. Nothing is run or charged then. */
export const bulkShape: Gate = (context) => {
  if (!context.parameters.has('requests')) return undefined;
  const items = itemsOf(textOf(context.parameters, 'requests') ?? '');
  if (!items?.every(isObject)) return { code: 1015, field: 'requests' };
  if (items.length > limits.subRequestsPerBulk) return { code: 1020 };
  context.subRequests = items.map((item): SubRequest => ({ name: nameOf(item.requestName), item }));
  return undefined;
};

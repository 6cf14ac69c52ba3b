import { limits } from '@erply-kit/schemas';

import { textOf } from '../wire/parameters.ts';
import type { Gate, SubRequest } from './passage.ts';

/** How deep JSON may be nested before PHP gives up reading it. */
const maxDepth = 512;

function isTooDeep(json: string): boolean {
  let depth = 0;
  for (const [bracket] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (bracket === '[' || bracket === '{') depth += 1;
    else if (bracket === ']' || bracket === '}') depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
}

function parse(json: string): unknown {
  if (isTooDeep(json)) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const isObject = (item: unknown): item is Readonly<Record<string, unknown>> =>
  typeof item === 'object' && item !== null && !Array.isArray(item);

/** A name is a text; anything else names no call. */
const nameOf = (name: unknown) => (typeof name === 'string' ? name : '');

/** 1015: `requests` is no JSON array of objects. 1020: it has more than 100. Nothing is run or charged then. */
export const bulkShape: Gate = (passage) => {
  if (!passage.parameters.has('requests')) return undefined;
  const items = parse(textOf(passage.parameters, 'requests') ?? '');
  if (!Array.isArray(items) || !items.every(isObject)) return { code: 1015, field: 'requests' };
  if (items.length > limits.subRequestsPerBulk) return { code: 1020 };
  passage.subRequests = items.map((item): SubRequest => ({ name: nameOf(item.requestName), item }));
  return undefined;
};

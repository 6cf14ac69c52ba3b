import { limits } from '@erply-kit/schemas';

import { textOf } from '../wire/parameters.ts';
import type { Gate } from './passage.ts';

const isSubRequest = (item: unknown): item is Readonly<Record<string, unknown>> =>
  typeof item === 'object' && item !== null && !Array.isArray(item);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** 1015: `requests` is no JSON array of objects. 1020: it has more than 100. Nothing is run or charged then. */
export const bulkShape: Gate = (passage) => {
  if (!passage.parameters.has('requests')) return undefined;
  const items = parse(textOf(passage.parameters, 'requests') ?? '');
  if (!Array.isArray(items) || !items.every(isSubRequest)) return { code: 1015, field: 'requests' };
  if (items.length > limits.subRequestsPerBulk) return { code: 1020 };
  passage.subRequests = items;
  return undefined;
};

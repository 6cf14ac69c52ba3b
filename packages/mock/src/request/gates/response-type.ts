import { textOf } from '../../wire/parameters.ts';
import type { Gate, Passage } from '../context.ts';
import { callNamed } from './call-name.ts';

const wanted = (passage: Passage) => textOf(passage.parameters, 'responseType') ?? '';

/** 1007: a format that does not exist, or CSV of a call that has none. */
export const responseType: Gate = (passage) => {
  const format = wanted(passage);
  if (!['', 'JSON', 'XML', 'CSV'].includes(format)) return { code: 1007 };
  return passage.name.kind === 'request' && !passage.parameters.has('requests') ? csv(passage) : undefined;
};

/** 1007: CSV of a call that has none. In a bulk request each call answers for itself. */
export const csv: Gate = (passage) => {
  const call = callNamed(passage.name.name);
  return wanted(passage) === 'CSV' && call !== undefined && call.csv === undefined
    ? { code: 1007 }
    : undefined;
};

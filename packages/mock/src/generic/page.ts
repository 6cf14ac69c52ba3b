import type { AnyCall } from '@erply-kit/schemas';

import type { Switches } from '../config/switches.ts';
import { refuse } from '../wire/refusal.ts';

interface PagingInput {
  readonly recordsOnPage?: number | undefined;
  readonly pageNo?: number | undefined;
  readonly recordOffset?: number | undefined;
}

const isPositive = (value: number | undefined): value is number => value !== undefined && value > 0;

/** The longest page of a call by its definition. */
export const longestPage = (call: AnyCall, input: object): number =>
  call.paging?.maxPageSize(input as never) ?? Number.POSITIVE_INFINITY;

/**
 * Where a page starts (counted from 0) and how long it is; all records for a call without pages.
 * @param max The longest page, where it is not that of the definition.
 */
export function pageOf(
  call: AnyCall,
  input: PagingInput,
  { switches, max = longestPage(call, input) }: { readonly switches: Switches; readonly max?: number },
): { offset: number; size: number } {
  const { paging } = call;
  if (paging === undefined) return { offset: 0, size: Number.POSITIVE_INFINITY };
  if (switches.pageNonsense === '1016') {
    for (const name of ['recordsOnPage', 'pageNo'] as const) {
      if (input[name] !== undefined && !isPositive(input[name])) refuse(1016, name);
    }
  }
  const wanted = isPositive(input.recordsOnPage) ? input.recordsOnPage : paging.defaultPageSize;
  if (wanted > max && switches.pageTooLarge === '1016') refuse(1016, 'recordsOnPage');
  const size = Math.min(wanted, max);
  const byPage = (isPositive(input.pageNo) ? input.pageNo - 1 : 0) * size;
  const offset =
    paging.offset !== undefined && input.recordOffset !== undefined && input.recordOffset >= 0
      ? input.recordOffset
      : byPage;
  return { offset, size };
}

import type { AnyCall } from '@erply-kit/schemas';

import type { Switches } from '../config/switches.ts';
import { refuse } from '../wire/refusal.ts';

interface PagingInput {
  readonly recordsOnPage?: number | undefined;
  readonly pageNo?: number | undefined;
  readonly recordOffset?: number | undefined;
  readonly getStockInfo?: 0 | 1 | undefined;
}

const isPositive = (value: number | undefined): value is number => value !== undefined && value > 0;

/** The longest page, by the call's definition and the account's switches. */
function mostRecords(call: AnyCall, input: PagingInput, switches: Switches): number {
  const documented = call.paging?.maxPageSize(input as never) ?? Number.POSITIVE_INFINITY;
  if (call.name !== 'getProducts') return documented;
  const most = input.getStockInfo === 1 ? switches.getProductsMaxWithStock : documented;
  return Math.min(most, switches.getProductsMax);
}

/** Where a page starts (counted from 0) and how long it is; all records for a call without pages. */
export function pageOf(
  call: AnyCall,
  input: PagingInput,
  switches: Switches,
): { offset: number; size: number } {
  const { paging } = call;
  if (paging === undefined) return { offset: 0, size: Number.POSITIVE_INFINITY };
  const max = mostRecords(call, input, switches);
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

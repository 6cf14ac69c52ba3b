import type { AnyCall, PagingDefinition } from '@erply-kit/schemas';

import type { AnyRecord } from '../answer.ts';
import { createMisuseError } from '../options/misuse.ts';
import type { PageCursor, PageOptions } from './page.ts';

/** How a call is read page by page. */
export interface PagingPlan {
  readonly call: AnyCall;
  readonly pageSize: number;
  readonly from: PageCursor | undefined;
  /** Field that the order goes by, ascending, where rows can be read from any offset; else pages have numbers. */
  readonly key: string | undefined;
  /** Rows of a page that the page before had too. */
  readonly overlap: 0 | 1;
  /** The input for rows from `start` on. */
  inputAt(start: number, size: number): Readonly<Record<string, unknown>>;
}

/** Works out order, page size and inputs. Throws when the input has any of them itself. */
export function planPaging(call: AnyCall, input: AnyRecord, options: PageOptions): PagingPlan {
  const paging = call.paging as PagingDefinition<AnyRecord>;
  const { stableOrder = {}, stableKey, offset } = paging;
  const taken = ['pageNo', 'recordsOnPage', 'recordOffset', ...Object.keys(stableOrder)];
  const wrong = taken.find((name) => input[name] !== undefined);
  if (wrong !== undefined)
    throw createMisuseError(
      { name: call.name, call: call.name },
      `${wrong} is set by the reading of pages; leave it out`,
    );
  const hasOverlap = offset !== undefined && stableKey !== undefined;
  const pageSize = options.pageSize ?? paging.maxPageSize(input);
  const base = { ...input, ...stableOrder, ...addKeyToFields(input, hasOverlap ? stableKey : undefined) };
  return {
    call,
    pageSize,
    from: options.from,
    key: hasOverlap ? stableKey : undefined,
    overlap: hasOverlap ? 1 : 0,
    inputAt: (start, size) => ({
      ...base,
      recordsOnPage: size,
      ...(hasOverlap ? { [offset]: start } : { pageNo: start / size + 1 }),
    }),
  };
}

/** The key must be among the fields asked for: without it nobody can tell whether pages fit. */
function addKeyToFields(input: AnyRecord, key: string | undefined): { getFields?: readonly string[] } {
  const { getFields } = input;
  if (key === undefined || !Array.isArray(getFields) || getFields.includes(key)) return {};
  return { getFields: [...getFields, key] };
}

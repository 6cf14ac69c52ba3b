import { limits } from '@erply-kit/schemas';

/**
 * Cuts a list into bulk requests, in order: at most 100 sub-requests each, and at most so many bytes of answer, as far
 * as they can be expected. What is bigger than that by itself goes alone.
 */
export function pack<TItem>(
  items: readonly TItem[],
  options: { readonly maxBytes: number; readonly expectedBytes: (item: TItem) => number },
): TItem[][] {
  const packs: TItem[][] = [];
  let pack: TItem[] = [];
  let bytes = 0;
  for (const item of items) {
    const itemBytes = options.expectedBytes(item);
    const isFull = pack.length === limits.subRequestsPerBulk || bytes + itemBytes > options.maxBytes;
    if (pack.length > 0 && isFull) {
      packs.push(pack);
      pack = [];
      bytes = 0;
    }
    pack.push(item);
    bytes += itemBytes;
  }
  if (pack.length > 0) packs.push(pack);
  return packs;
}

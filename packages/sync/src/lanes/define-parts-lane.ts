import type { AnswerOf, calls, InputOf } from '@erply-kit/schemas';

import { askInBulk } from '../ask-in-bulk.ts';
import {
  defineRecordLane,
  type LanePage,
  type ReadRequest,
  type RecordLane,
  type SyncClient,
} from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { SyncError } from '../sync-error.ts';
import { recordsTotalOf } from './records-total.ts';

type Fields = Readonly<Record<string, unknown>>;
type Product = AnswerOf<typeof calls.getProducts>;

const daySeconds = 86_400;
const holder = 'productID';

/** What belongs to products, and comes inside them. */
interface ProductParts {
  readonly name: string;
  /** The field of a product that is the list of its parts. */
  readonly field: keyof Product & ('images' | 'productPackages' | 'relatedFiles');
  /** What makes getProducts answer that field. */
  readonly input: InputOf<typeof calls.getProducts>;
  /** The name that the ID of a part has there, and in the copy. */
  readonly id: readonly [inProducts: string, inCopy: string];
  /** The lane of the parts' own call, which reads what changed, where there is one. */
  readonly changed?: RecordLane;
}

/**
 * Declares the lane of something that belongs to products and is in no log. It is read in full from the products, 1,000
 * of them at a time and by offset. Lists of parts have pages of 100 with numbers: they would cost more, and be too long
 * to be read at one go. Only they say when a part was added and edited, so a copy does not hold that.
 */
export function definePartsLane(parts: ProductParts): RecordLane {
  const { name, id, changed } = parts;
  return defineRecordLane({
    name,
    after: ['products'],
    deletions: { from: 'fullRead', everySeconds: daySeconds },
    changes: changed !== undefined,
    pageSize: 1000,
    inside: true,
    idOf: (part: Fields) => part[id[1]],
    read: (client, request) =>
      changed === undefined || request.changedSince === undefined
        ? readAll(parts, client, request)
        : readChanges(changed, client, request),
    async count(client, request) {
      const { changedSince, signal } = request;
      if (changed !== undefined && changedSince !== undefined) return changed.count(client, request);
      const products = client.getProducts.request({ getFields: [holder], recordsOnPage: 1 });
      const { status } = await askInBulk(client, products, signal);
      return recordsTotalOf(status, name);
    },
  });
}

async function* readAll(
  parts: ProductParts,
  client: SyncClient,
  { from, signal }: ReadRequest,
): AsyncGenerator<LanePage<Fields>> {
  const input = { ...parts.input, getFields: [holder, parts.field] };
  const { holders: _, holding: __, ...cursor } = from ?? { offset: 0 };
  const options = { inBulk: true, unset: 'keep', from: cursor, ...omitUndefined({ signal }) } as const;
  // Counted, not taken from the position: one that does not fit the list would make of nothing a whole read.
  let [holders, holding] = [from?.holders ?? 0, from?.holding ?? 0];
  for await (const { next, ...page } of client.getProducts.pages(input, options)) {
    holders += page.records.length;
    holding += page.records.filter((product) => product[parts.field] !== undefined).length;
    const counted = { holders, holding };
    const records = page.records.flatMap((product) => partsOf(parts, product));
    yield { ...page, records, ...counted, ...(next && { next: { ...next, ...counted } }) };
  }
}

async function* readChanges(
  changed: RecordLane,
  client: SyncClient,
  request: ReadRequest,
): AsyncGenerator<LanePage<Fields>> {
  for await (const page of changed.read(client, request)) {
    const records = (page.records as readonly Fields[]).map(
      ({ added: _, lastModified: __, ...part }) => part,
    );
    yield { ...page, records };
  }
}

function partsOf({ name, field, id: [inProducts, inCopy] }: ProductParts, product: Product): Fields[] {
  const { productID, [field]: list = [] } = product;
  // Absent where there are none. Anything else may hide some that are there.
  if (!Array.isArray(list))
    throw new SyncError('unreadable', name, `${field} of a product is not a list; nothing was written`);
  return (list as readonly Fields[]).map(({ [inProducts]: id, ...part }) => ({
    [inCopy]: id,
    productID,
    ...part,
  }));
}

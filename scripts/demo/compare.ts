import { cleanLines } from '../clean-lines.ts';
import { isSameValue } from './same-value.ts';
import type { RecordFields, ShopRecords, Table } from './shop-records.ts';

/** A field in which a shop and its copy are not the same. */
export interface Difference {
  readonly table: string;
  readonly id: string;
  /** `(record)` when only one of the two has the record. */
  readonly field: string;
  readonly shop: unknown;
  readonly copy: unknown;
}

/** Every difference between a shop and a copy of it. */
export function compareShops(shop: ShopRecords, copy: ShopRecords): Difference[] {
  return (Object.keys(shop) as (keyof ShopRecords)[]).flatMap((name) =>
    compareTables(name, shop[name], copy[name]),
  );
}

/** Every field of every record that is not the same in both tables. */
export function compareTables(name: string, shop: Table, copy: Table): Difference[] {
  const differences: Difference[] = [];
  for (const id of new Set([...shop.keys(), ...copy.keys()])) {
    const original = shop.get(id);
    const found = copy.get(id);
    if (original && found) differences.push(...compareRecords(name, id, [original, found]));
    else {
      const presence = (record: RecordFields | undefined) => (record ? 'there' : 'missing');
      differences.push({
        table: name,
        id,
        field: '(record)',
        shop: presence(original),
        copy: presence(found),
      });
    }
  }
  return differences;
}

function compareRecords(table: string, id: string, [shop, copy]: [RecordFields, RecordFields]): Difference[] {
  return [...new Set([...Object.keys(shop), ...Object.keys(copy)])]
    .filter((field) => !isSameValue(shop[field], copy[field]))
    .map((field) => ({ table, id, field, shop: shop[field], copy: copy[field] }));
}

const shown = 10;

/** The first differences, one a line. */
export function describeDifferences(differences: readonly Difference[]): string {
  const lines = differences
    .slice(0, shown)
    .map(
      ({ table, id, field, shop, copy }) =>
        `  ${table} ${id} ${field}: shop ${brief(shop)}, copy ${brief(copy)}`,
    );
  const more = differences.length - lines.length;
  return cleanLines([...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n'));
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

import type { BaseProducts } from '@erply-kit/fixtures';

import type { Account } from '../account/account.ts';
import type { Row, Table } from '../account/table.ts';

/**
 * What products are filtered and sorted by, without building their rows: untouched products answer by arithmetic,
 * touched ones from the account's rows.
 */
export class ProductFacts {
  readonly table: Table;
  readonly base: BaseProducts;

  constructor(account: Account) {
    this.table = account.table('products');
    this.base = account.world.shop.products;
  }

  exists(id: number): boolean {
    return this.table.has(id);
  }

  type(id: number): string {
    const row = this.#touched(id);
    return row === undefined ? this.base.type(id) : String(row.type ?? 'PRODUCT');
  }

  status(id: number): string {
    const row = this.#touched(id);
    return row === undefined ? this.base.status(id) : String(row.status ?? 'ACTIVE');
  }

  groupID(id: number): number {
    const row = this.#touched(id);
    return row === undefined ? this.base.groupID(id) : Number(row.groupID ?? 0);
  }

  parentProductID(id: number): number {
    const row = this.#touched(id);
    return row === undefined ? this.base.parentProductID(id) : Number(row.parentProductID ?? 0);
  }

  code(id: number): string {
    const row = this.#touched(id);
    return row === undefined ? this.base.code(id) : String(row.code ?? '');
  }

  added(id: number): number {
    const row = this.#touched(id);
    return row === undefined ? this.base.added(id) : Number(row.added ?? 0);
  }

  /** 0 for a product that was never changed. */
  lastModified(id: number): number {
    const row = this.#touched(id);
    return row === undefined ? this.base.lastModified(id) : Number(row.lastModified ?? 0);
  }

  /** A field that only the row knows. */
  field(id: number, name: string): unknown {
    return (this.#touched(id) ?? (this.base.row(id) as Row))[name];
  }

  #touched(id: number): Row | undefined {
    return this.table.changes.get(id);
  }
}

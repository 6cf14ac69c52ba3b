import type { ShopRecords } from '../demo/shop-records.ts';
import type { AskedRecords } from './read-asked-records.ts';

/** A database of one trial. */
export interface ImporterCopy {
  /** What `DATABASE_URL` is to be. */
  readonly address: string;
  /** What a run that is finished has to leave behind: nothing staged, nothing put aside, nothing damaged. */
  leftovers(): Promise<{ readonly dead: number; readonly staged: number; readonly damaged: number }>;
  /** What it holds of the shop. */
  readShop(): Promise<ShopRecords>;
  /** What it holds of people and documents. */
  readAsked(): Promise<AskedRecords>;
}

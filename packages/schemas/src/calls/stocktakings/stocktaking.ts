import { defineRecord } from '../../define-record.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { text, word } from '../../wire/text.ts';
import { stocktakingStatuses } from './stocktaking-statuses.ts';

/** A count of what is really in stock. */
export const stocktaking = defineRecord(() => ({
  /** ID of the stocktaking. */
  stocktakingID: id,
  /** Locations that are counted; that they are IDs with commas between them is inferred. */
  warehouses: idList,
  /** Only products of this group are counted. */
  prodgroupID: integer,
  /** Only products of this category are counted. */
  productCategoryID: integer,
  /** Only products of this brand are counted. */
  brandID: integer,
  /** Only products of this supplier are counted. */
  supplierID: integer,
  /** Only products of this place in the location are counted. */
  locationInWarehouse: text,
  /** 1 when only products without a place are counted. */
  onlyItemsWithoutWarehouseLocation: flag,
  /** 1 when reserved units are left out. */
  excludeReservations: flag,
  /** `CONFIRMED` when it is over. */
  status: word(stocktakingStatuses),
  /** Products that were counted. */
  numberOfRows: integer,
  /** The registration of what was found too much. */
  inventoryRegistrationID: integer,
  /** The write-off of what was missing. */
  inventoryWriteOffID: integer,
  /** When it was begun. */
  added: unixSeconds,
  /** Who began it. */
  addedByUserName: text,
  /** The employee who began it. */
  addedByEmployeeID: integer,
  /** When it was confirmed; 0 until then. */
  confirmedTimestamp: unixSeconds,
  /** Who confirmed it. */
  confirmedByUserName: text,
  /** The employee who confirmed it. */
  confirmedByEmployeeID: integer,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
}));

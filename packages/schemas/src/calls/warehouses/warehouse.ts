import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { flag } from '../../wire/flag.ts';
import { idString, integer, integerString } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';

/** A store or another place that holds stock. */
export const warehouse = defineRecord(() => ({
  warehouseID: idString,
  /** First of the location's price lists; "0" when it has none. */
  pricelistID: integerString,
  pricelistID2: integerString,
  pricelistID3: integerString,
  /** A number, unlike the first three. */
  pricelistID4: integer,
  pricelistID5: integer,
  name: text,
  code: text,
  addressID: integer,
  /** The whole address in one line. */
  address: text,
  street: text,
  address2: text,
  city: text,
  state: text,
  country: text,
  ZIPcode: text,
  /** Store groups, separated by commas. */
  storeGroups: text,
  /** Only newer servers send it. */
  stateGroup: text.optional(),
  companyName: text,
  companyCode: text,
  companyVatNumber: text,
  phone: text,
  fax: text,
  email: text,
  website: text,
  bankName: text,
  bankAccountNumber: text,
  iban: text,
  swift: text,
  usesLocalQuickButtons: flag,
  defaultCustomerGroupID: integer,
  /** 1 for a location whose stock is not in the totals of `excludeOfflineWarehouses`. */
  isOfflineInventory: flag,
  /** Store regions module; a capture of an account without it has the field too. */
  storeRegionID: integer.optional(),
  /** Assortments module; a capture of an account without it has the field too. */
  assortmentID: integer.optional(),
  /** Salon module only. */
  onlineAppointmentsEnabled: flag.optional(),
  /** Time zone, where it differs from the account's. */
  timeZone: text,
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
}));

import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { flag } from '../../wire/flag.ts';
import { idString, integer, integerString } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';

/** A store or another location that holds stock. */
export const warehouse = defineRecord(() => ({
  /** ID of the location. */
  warehouseID: idString,
  /** First of the location's price lists; "0" when it has none. */
  pricelistID: integerString,
  /** Second price list; "0" when there is none. */
  pricelistID2: integerString,
  /** Third price list; "0" when there is none. */
  pricelistID3: integerString,
  /** A number, unlike the first three. */
  pricelistID4: integer,
  /** As `pricelistID4`. */
  pricelistID5: integer,
  /** What people read. */
  name: text,
  /** Short code of the location. */
  code: text,
  /** Its address among all addresses. */
  addressID: integer,
  /** The whole address in one line. */
  address: text,
  /** Street and house. */
  street: text,
  /** Second line of the address. */
  address2: text,
  /** Town. */
  city: text,
  /** State or region. */
  state: text,
  /** Country. */
  country: text,
  /** Postal code. */
  ZIPcode: text,
  /** Store groups, separated by commas. */
  storeGroups: text,
  /** Only newer servers send it. */
  stateGroup: text.optional(),
  /** Name of the location's company. */
  companyName: text,
  /** That company's number in the register. */
  companyCode: text,
  /** That company's VAT number. */
  companyVatNumber: text,
  /** Telephone. */
  phone: text,
  /** Fax. */
  fax: text,
  /** E-mail address. */
  email: text,
  /** Web address. */
  website: text,
  /** Its bank. */
  bankName: text,
  /** Its bank account. */
  bankAccountNumber: text,
  /** Its bank account as an IBAN. */
  iban: text,
  /** Its bank's SWIFT code. */
  swift: text,
  /** 1 when its registers have buttons of their own. */
  usesLocalQuickButtons: flag,
  /** The location's default customer group. */
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

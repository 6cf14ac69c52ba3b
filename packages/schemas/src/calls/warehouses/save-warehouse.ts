import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { languageNameFields, languageNameInputs } from '../language-names.ts';
import { savedRecord } from '../saved-record.ts';
import { warehouses } from './warehouses.ts';

const salon = { module: 'salon', code: 1006 } as const;

/**
 * Makes a location, or edits the one of `warehouseID`. A new one is its maker's alone unless all are let in.
 * @deprecated Erply recommends instead: Account Administration API POST /v1/warehouse.
 */
export const saveWarehouse = defineCall({
  name: 'saveWarehouse',
  docs: 'https://learn-api.erply.com/requests/savewarehouse',
  effect: 'write',
  table: warehouses,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The location to edit; a new one is made when left out. */
    warehouseID: integer.optional(),
    /** What people read, in the account's language; a new one needs a name (inferred). */
    name: text.optional(),
    ...languageNameInputs(),
    /** Short code of the location. */
    code: text.optional(),
    /** The store region; store regions module. */
    storeRegionID: integer.optional(),
    /** The assortment that it sells; assortments module. */
    assortmentID: integer.optional(),
    /** First price list: `pricelistID` in the read call, as the next two. */
    priceListID: integer.optional(),
    /** Second price list. */
    priceListID2: integer.optional(),
    /** Third price list. */
    priceListID3: integer.optional(),
    /** Store groups, separated by commas. */
    storeGroups: text.optional(),
    /** Free text. */
    stateGroup: text.optional(),
    /** Name of its company, where it is one of its own. */
    companyName: text.optional(),
    /** That company's number in the register. */
    companyCode: text.optional(),
    /** That company's VAT number. */
    companyVatNumber: text.optional(),
    /** One of the addresses of the account's company. */
    addressID: integer.optional(),
    /** Name in the tz database. */
    timeZone: text.optional(),
    /** Telephone. */
    phone: text.optional(),
    /** Fax number. */
    fax: text.optional(),
    /** E-mail address. */
    email: text.optional(),
    /** Web address. */
    website: text.optional(),
    /** Its bank: `bankName` in the read call. */
    bank: text.optional(),
    /** Its bank account: `bankAccountNumber` in the read call. */
    account: text.optional(),
    /** Its bank's SWIFT code. */
    swift: text.optional(),
    /** Its bank account as an IBAN. */
    iban: text.optional(),
    /** HH:MM at which the first shift starts; salon module. No call reads it back. */
    shift1Start: text.optional(),
    /** HH:MM at which the first shift ends; salon module. */
    shift1End: text.optional(),
    /** HH:MM at which the second shift starts; salon module. */
    shift2Start: text.optional(),
    /** HH:MM at which the second shift ends; salon module. */
    shift2End: text.optional(),
    /** 1 lets all users work with a new location; without it, others are refused there with 1064. */
    addAccessForAllUsers: flag.optional(),
    ...attributeInputs(),
  }),
  moduleInputs: {
    storeRegionID: { module: 'storeRegions', code: 1006 },
    assortmentID: { module: 'assortments', code: 1006 },
    shift1Start: salon,
    shift1End: salon,
    shift2Start: salon,
    shift2End: salon,
  },
  createNeeds: [['name', ...languageNameFields]],
  result: { one: savedRecord(/** ID of the location; inside quotes in the read call. */ 'warehouseID') },
  example: { name: 'Harbour Store', code: 'W05' },
  errors: [1006, 1010, 1011, 1061, 1062],
  loggable: ['warehouseID', 'code', 'storeRegionID', 'assortmentID', 'addAccessForAllUsers'],
  unserved: { inputs: ['addressID'] },
  deprecated: 'Account Administration API POST /v1/warehouse',
  evidence: 'Documented, the answer from a typed SDK.',
});

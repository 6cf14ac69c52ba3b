import { type calls, type InputOf, tables } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { childrenOf } from '../../store/joins.ts';
import type { Row } from '../../store/row.ts';
import { isGreek } from './account-country.ts';
import { type Balances, balanceFields } from './customer-balance.ts';

type Input = InputOf<typeof calls.getCustomers>;

/** What a record has beside its card. */
type Block = (customer: Row) => Row;

/** A list in the record; empty where there is nothing. */
function listBlock(account: Account, field: string): Block {
  const table = account.table('customers');
  const lookup = (name: string) => account.table(name);
  return (customer) => ({ [field]: [], ...childrenOf(customer, { table, field, lookup }) });
}

/** Contact persons of a company; with what only detail shows where that is wanted. */
function contactsBlock(account: Account, isDetailed: boolean): Block {
  const contacts = listBlock(account, 'contactPersons');
  const shape = tables.customers.record().shape.contactPersons.unwrap().element.shape;
  const details = Object.entries(shape).filter(([, field]) => field.isOptional());
  const unset = Object.fromEntries(details.map(([name]) => [name, null]));
  const hidden = Object.fromEntries(details.map(([name]) => [name, undefined]));
  const shown = (contact: Row) => (isDetailed ? { ...unset, ...contact } : { ...contact, ...hidden });
  return (customer) => {
    const { contactPersons } = contacts(customer);
    return { contactPersons: (contactPersons as readonly Row[]).map(shown) };
  };
}

/** What ties customers, which no call of Erply that we know saves: own data may bring it. */
function tiesBlock(customer: Row): Row {
  const { associations = [], professionals = [] } = customer;
  const { defaultAssociationID = null, defaultAssociationName = null } = customer;
  const { defaultProfessionalID = null, defaultProfessionalName = null } = customer;
  return {
    ...{ associations, defaultAssociationID, defaultAssociationName },
    ...{ professionals, defaultProfessionalID, defaultProfessionalName },
  };
}

/** Fields that only accounts of a kind have. */
function accountBlock(account: Account): Block | undefined {
  const hasWaybills = account.table('confParameters').get(1)?.enable_waybill_customers === 1;
  const hasTaxOffices = isGreek(account);
  if (!hasWaybills && !hasTaxOffices) return undefined;
  return ({ shipGoodsWithWaybills = null, taxOfficeID = null }) => ({
    ...(hasWaybills ? { shipGoodsWithWaybills } : {}),
    ...(hasTaxOffices ? { taxOfficeID } : {}),
  });
}

interface BlockOptions {
  readonly isDetailed: boolean;
  /** Where they are asked for. */
  readonly balances: Balances | undefined;
}

/** What the account and the request want of each customer beside the card. */
export function blocksOf(account: Account, input: Input, { isDetailed, balances }: BlockOptions): Block[] {
  const ofAccount = accountBlock(account);
  return [
    ...(ofAccount === undefined ? [] : [ofAccount]),
    ...(input.getAddresses === 1 ? [listBlock(account, 'addresses')] : []),
    ...(input.getContactPersons === 1 ? [contactsBlock(account, isDetailed)] : []),
    ...(input.getAssociationsAndProfessionals === 1 ? [tiesBlock] : []),
    ...(balances === undefined ? [] : [(customer: Row) => balanceFields(customer, balances)]),
  ];
}

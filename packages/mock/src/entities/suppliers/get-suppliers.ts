import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import type { Fields, Filter } from '../../query/filter.ts';

const isContact = (row: Fields) => Number(row.get('companyID') ?? 0) !== 0;

const modes: Readonly<Record<string, Filter>> = {
  SUPPLIERS: { key: 'suppliers', matches: (row) => !isContact(row) },
  CONTACTS: { key: 'contacts', matches: isContact },
};

const persons: Filter = { key: 'persons', matches: (row) => row.get('supplierType') === 'PERSON' };

/** Suppliers, contact persons of companies among them; only persons are searched by the names of persons. */
export const getSuppliers: Handler<typeof calls.getSuppliers> = (context, input) => {
  const { mode = 'ALL', searchPersonFullName, searchPersonFirstName, searchPersonLastName } = input;
  const names = [searchPersonFullName, searchPersonFirstName, searchPersonLastName];
  const isOfPersons = names.some(Boolean);
  const ofMode = modes[mode];
  const filters = [...(ofMode === undefined ? [] : [ofMode]), ...(isOfPersons ? [persons] : [])];
  return listWith(context, input, { filters });
};

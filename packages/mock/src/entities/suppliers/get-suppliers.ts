import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { listOf } from '../../generic/list.ts';
import type { Row } from '../../store/row.ts';

const isContact = (row: Row) => Number(row.companyID ?? 0) !== 0;

const modes: Readonly<Record<string, (row: Row) => boolean>> = {
  SUPPLIERS: (row) => !isContact(row),
  CONTACTS: isContact,
  ALL: () => true,
};

/** Suppliers, contact persons of companies among them; only persons are searched by the names of persons. */
export const getSuppliers: Handler<typeof calls.getSuppliers> = (context, input) => {
  const { mode = 'ALL', searchPersonFullName, searchPersonFirstName, searchPersonLastName } = input;
  const names = [searchPersonFullName, searchPersonFirstName, searchPersonLastName];
  const isOfPersons = names.some(Boolean);
  const isOfMode = modes[mode] ?? (() => true);
  return listOf(context, input, (row) => isOfMode(row) && !(isOfPersons && row.supplierType !== 'PERSON'));
};

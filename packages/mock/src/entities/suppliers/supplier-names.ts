import type { Row } from '../../store/row.ts';

/** A supplier with a company's name is a company; a person's name is "Last, First" unless it was given whole. */
export function namesOf(saved: Row, before: Row): Row {
  const { companyName, firstName, lastName, fullName } = { ...before, ...saved };
  if (companyName) return { supplierType: 'COMPANY', fullName: companyName };
  const isSplit = saved.fullName === undefined && (saved.firstName ?? saved.lastName) !== undefined;
  const parts = [lastName, firstName].filter(Boolean).join(', ');
  return { supplierType: 'PERSON', fullName: isSplit ? parts : fullName };
}

const names = ['companyName', 'firstName', 'lastName', 'fullName'] as const;

/** What is saved of a supplier, with the sort and the whole name where only other names are given. */
export function withWholeName(fields: Row, before: Row | undefined): Row {
  if (!names.some((name) => fields[name] !== undefined)) return fields;
  return { ...namesOf(fields, before ?? {}), ...fields };
}

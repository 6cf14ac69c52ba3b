import type { Row } from '../../store/row.ts';

/** What only persons have, as it is when a company has it not. */
const ofPersons = {
  ...{ firstName: '', lastName: '', personTitleID: 0, gender: '', birthday: null },
  ...{ jobTitleID: 0, companyID: 0 },
};

/** What only companies have, as it is when a person has it not. */
const ofCompanies = { companyName: '', companyTypeID: 0 };

const names = ['companyName', 'firstName', 'lastName', 'fullName'] as const;

/** What is saved of a customer, with the sort and the whole name where only other names are given. */
export function withWholeName(fields: Row, before: Row | undefined): Row {
  if (!names.some((name) => fields[name] !== undefined)) return fields;
  const { customerType, fullName } = namesOf(fields, before ?? {});
  return { customerType, fullName, ...fields };
}

/** Fields that `trimInputData` strips of the blanks around them. */
const trimmed = [...names, ...['email', 'phone', 'mobile', 'fax']];

/** The fields without the blanks around names, e-mail address and telephones. */
export function trimmedFields(saved: Row): Row {
  const texts = trimmed.filter((field) => typeof saved[field] === 'string');
  return { ...saved, ...Object.fromEntries(texts.map((field) => [field, String(saved[field]).trim()])) };
}

/** Those of some fields that the save or the customer has, as they are when they are not set. */
const without = (unset: Row, saved: Row, before: Row): Row =>
  Object.fromEntries(Object.entries(unset).filter(([field]) => saved[field] || before[field]));

/**
 * The sort and the whole name that follow from the names which a customer has then. A company's name makes a company; a
 * person's name is "Last, First" unless it was given whole. What only the other sort has is not kept.
 */
export function namesOf(saved: Row, before: Row): Row {
  const { companyName, firstName, lastName, fullName } = { ...before, ...saved };
  if (companyName)
    return { customerType: 'COMPANY', fullName: companyName, ...without(ofPersons, saved, before) };
  const isSplit = saved.fullName === undefined && (saved.firstName ?? saved.lastName) !== undefined;
  const parts = [lastName, firstName].filter(Boolean).join(', ');
  const others = without(ofCompanies, saved, before);
  return { customerType: 'PERSON', ...others, fullName: isSplit ? parts : (fullName ?? '') };
}

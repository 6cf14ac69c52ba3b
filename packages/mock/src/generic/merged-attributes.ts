import type { Row } from '../store/row.ts';

interface Attribute {
  readonly attributeName?: string;
  readonly attributeType?: string;
  readonly attributeValue?: string;
}

const listsOf = (row: Row, field: string) => (row[field] ?? []) as readonly Attribute[];

/** The words that delete an attribute. */
const deleting = ['null', 'undefined'];

/** None where all are removed: a record without attributes does not have the field. */
function merged(
  before: readonly Attribute[],
  named: readonly Attribute[],
  isLong: boolean,
): Attribute[] | undefined {
  const attributes = new Map(before.map((attribute) => [attribute.attributeName, attribute]));
  for (const { attributeName, attributeType = 'text', attributeValue = '' } of named) {
    if (attributeName === undefined || attributeName === '') continue;
    if (deleting.includes(attributeValue)) attributes.delete(attributeName);
    else
      attributes.set(attributeName, { attributeName, ...(isLong ? {} : { attributeType }), attributeValue });
  }
  return attributes.size === 0 ? undefined : [...attributes.values()];
}

/** The attributes that a save leaves: it touches only those that it names, long ones included. */
export function mergedAttributes(before: Row, saved: Row): Row {
  return Object.fromEntries(
    ['attributes', 'longAttributes']
      .filter((field) => saved[field] !== undefined)
      .map((field) => [
        field,
        merged(listsOf(before, field), listsOf(saved, field), field === 'longAttributes'),
      ]),
  );
}

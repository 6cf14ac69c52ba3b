import { grossPrice, packagingMaterials } from '@erply-kit/schemas';

import type { Behaviour } from '../../account/account.ts';
import { nameFields } from '../../account/languages.ts';
import { currentVariation } from './current-variation.ts';
import { productOrders } from './orders.ts';

/** The old field that holds the chosen location and the written one, with a blank between (inferred). */
function locationInWarehouse(name: unknown, text: unknown): string | undefined {
  const parts = [name, text].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join(' ');
}

const extraFields = [1, 2, 3, 4].map((field) => ({
  chosen: `extraField${field}ID`,
  title: `extraField${field}Title`,
  name: `Extra Field ${field}`,
}));

const numberOf = (value: unknown) => (typeof value === 'number' ? value : 0);

/** A new product is for sale, at the account's own VAT rate (inferred). */
export const products: Behaviour = {
  defaults: { type: 'PRODUCT', status: 'ACTIVE', vatrateID: 1 },
  derivedFields: ['active', 'priceWithVat', 'locationInWarehouse', ...extraFields.map(({ title }) => title)],
  derive(joined, row, lookup) {
    joined.active = row.status === 'ARCHIVED' ? 0 : 1;
    joined.priceWithVat = grossPrice(numberOf(row.price), numberOf(joined.vatrate));
    joined.locationInWarehouse = locationInWarehouse(
      joined.locationInWarehouseName,
      row.locationInWarehouseText,
    );
    // The fake's accounts call their extra fields by the names that Erply gives them.
    for (const { chosen, title, name } of extraFields) if (row[chosen]) joined[title] = name;
    if (row.variationDescription !== undefined)
      joined.variationDescription = currentVariation(row.variationDescription, lookup);
  },
  fieldsOnDemand: [
    ...nameFields,
    'productReplacementHistory',
    'productComponents',
    'parameters',
    'relatedFiles',
    'containerAmount',
    'replacementProducts',
    'relatedProducts',
    ...packagingMaterials,
  ],
  // `active` is kept as the status.
  toStored(fields) {
    const isStatus = fields.active !== undefined && fields.status === undefined;
    return isStatus ? { ...fields, status: fields.active === 0 ? 'ARCHIVED' : 'ACTIVE' } : fields;
  },
  // Products that were added later have higher IDs, and when they were changed is arithmetic.
  arithmeticOrder({ products }, { name }) {
    if (name === productOrders.added.name)
      return { at: (position) => position + 1, positionOf: (id) => id - 1 };
    if (name !== productOrders.changed.name) return undefined;
    const last = products.size - 1;
    return {
      at: (position) => products.idByChanged(last - position),
      positionOf: (id) => last - products.positionByChanged(id),
    };
  },
};

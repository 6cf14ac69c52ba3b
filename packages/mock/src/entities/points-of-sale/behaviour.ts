import type { Behaviour } from '../../account/account.ts';

/** A register shows the buttons of its location where that has its own, else those of the account. */
export const pointsOfSale: Behaviour = {
  derivedFields: ['quickButtons'],
  derive(joined, row, lookup) {
    const { warehouseID } = row;
    const isOwn =
      typeof warehouseID === 'number' && lookup('warehouses').get(warehouseID)?.usesLocalQuickButtons === 1;
    const buttons = lookup('posQuickButtons');
    const ids = isOwn
      ? buttons.find('warehouseID', warehouseID)
      : [...buttons.find('warehouseID', 0), ...buttons.find('warehouseID', undefined)];
    joined.quickButtons = ids.map((id) => {
      const { productID, serviceID } = buttons.get(id) ?? {};
      return { productID, serviceID };
    });
  },
};

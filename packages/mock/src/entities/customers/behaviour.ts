import type { Behaviour } from '../../account/account.ts';
import { addressLine } from '../addresses/address-line.ts';
import { firstAddress } from '../addresses/first-address.ts';
import { withWholeName } from './customer-names.ts';
import { forgetShopperPassword } from './shopper-passwords.ts';

/** Fields of the first address in the record of its owner. */
const addressFields = ['street', 'address2', 'city', 'postalCode', 'state', 'country'] as const;

export const customers: Behaviour = {
  // Data files can give the ID to somebody else.
  onRemoved: forgetShopperPassword,
  defaults: { emailEnabled: 1, euCustomerType: 'DOMESTIC' },
  derivedFields: [
    ...['id', 'address', ...addressFields, 'addressTypeID', 'addressTypeName', 'rewardPoints', 'outsideEU'],
    ...['actualBalance', 'creditLimit', 'availableCredit', 'creditAllowed'],
  ],
  fieldsOnDemand: [
    ...['addresses', 'contactPersons', 'associations', 'professionals'],
    ...['defaultAssociationID', 'defaultProfessionalID', 'defaultAssociationName', 'defaultProfessionalName'],
    ...['shipGoodsWithWaybills', 'taxOfficeID'],
  ],
  toStored: withWholeName,
  derive(joined, row, lookup) {
    joined.id = row.customerID;
    joined.outsideEU = row.euCustomerType === 'OUTSIDE_EU' ? 1 : 0;
    const address = firstAddress(lookup, row.customerID);
    if (address === undefined) return;
    for (const field of addressFields) joined[field] = address[field];
    joined.address = addressLine(address);
    joined.addressTypeID = address.typeID;
    joined.addressTypeName = lookup('addressTypes').get(Number(address.typeID))?.name;
  },
};

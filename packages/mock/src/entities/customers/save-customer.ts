import { type calls, type InputOf, phpJson } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { saveRecord } from '../../generic/save.ts';
import type { Row } from '../../store/row.ts';
import type { Answer } from '../../wire/envelope.ts';
import { refuse } from '../../wire/refusal.ts';
import { checkTaxOffice } from './account-country.ts';
import { changedData } from './changed-data.ts';
import { logCustomerData } from './customer-data-log.ts';
import { imageAddress } from './customer-image.ts';
import { namesOf, trimmedFields } from './customer-names.ts';
import { setShopperPassword } from './shopper-passwords.ts';
import { otherCustomers } from './unique-customer.ts';

type Input = InputOf<typeof calls.saveCustomer>;

/** The group of a new customer that names none. */
const firstGroup = (account: Account) => account.table('customerGroups').ids().next().value ?? 0;

/** The older word for where a customer is; the newer one wins. */
function euCustomerType({ euCustomerType: sent, outsideEU }: Input, before: Row): Row {
  if (sent !== undefined || outsideEU === undefined) return {};
  if (outsideEU === 1) return { euCustomerType: 'OUTSIDE_EU' };
  return before.euCustomerType === 'OUTSIDE_EU' ? { euCustomerType: 'DOMESTIC' } : {};
}

/** The inputs that the record has, those of another name or form among them. */
function recordInputs(account: Account, input: Input): Row {
  const {
    trimInputData: _,
    password: __,
    imageContent,
    imageMimeType,
    companyName2,
    outsideEU: ___,
    ...named
  } = input;
  const image = imageAddress(account, { imageContent, imageMimeType });
  const companyName = named.companyName || companyName2;
  return {
    ...named,
    ...(companyName === undefined ? {} : { companyName }),
    ...(image === undefined ? {} : { image }),
  };
}

const answerOf = (customerID: number, alreadyExists: boolean): Answer => ({
  recordsTotal: 1,
  records: [phpJson({ clientID: customerID, customerID, alreadyExists })],
});

/** Makes or edits a customer, whose sort and whole name follow from the names that it has. */
export const saveCustomer: Handler<typeof calls.saveCustomer> = async (context, input) => {
  const { account } = context;
  checkTaxOffice(account, input.taxOfficeID);
  // What waits comes first: from the first look at the customer to its change nobody comes between.
  const others = await otherCustomers(account, input);
  const match = others.match();
  if (match !== undefined) return answerOf(match, true);
  const before: Row = account.table('customers').get(input.customerID ?? 0) ?? {};
  const customerID = saveRecord(context, recordInputs(account, input), (sent, edited) => {
    if (edited !== undefined && sent.groupID === 0) refuse(1016, 'groupID');
    if (edited !== undefined && sent.companyID === input.customerID) refuse(1016, 'companyID');
    others.checkUnique();
    const saved = input.trimInputData === 1 ? trimmedFields(sent) : sent;
    const group = edited === undefined && !saved.groupID ? { groupID: firstGroup(account) } : {};
    return { ...saved, ...group, ...euCustomerType(input, before), ...namesOf(saved, before) };
  });
  if (input.password !== undefined) setShopperPassword(account, customerID, input.password);
  logCustomerData(account, userOf(context), {
    customerID,
    activityType: input.customerID === undefined ? 'create' : 'update',
    fields: changedData(before, account.table('customers').get(customerID) ?? {}),
  });
  return answerOf(customerID, false);
};

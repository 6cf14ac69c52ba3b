import { type calls, type InputOf, recordOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { isLanguage } from '../../account/languages.ts';
import { allRights, demoUser, type User } from '../../account/user.ts';
import type { Handler } from '../../generic/handler.ts';
import { checkNeeds } from '../../generic/save.ts';
import type { Row } from '../../store/row.ts';
import { ownText } from '../../wire/own-text.ts';
import { recordWriter } from '../../wire/record-writer.ts';
import { refuse } from '../../wire/refusal.ts';
import { backOfficeUrl } from '../session/back-office-url.ts';
import { newPasswordFault } from '../session/new-password-fault.ts';

type Input = InputOf<typeof calls.createInstallation>;

/** Begins so, to have what a password needs, whatever digits follow. */
const passwordStart = 'Pw';
const passwordDigits = 10;

function madePassword(account: Account): string {
  const random = account.random('password');
  return passwordStart + Array.from({ length: passwordDigits }, () => random.below(10)).join('');
}

function check({ countryCode, defaultLanguage = '', password = '', username }: Input): void {
  if (!/^[a-z]{2}$/i.test(countryCode)) refuse(1016, 'countryCode');
  if (defaultLanguage !== '' && !isLanguage(defaultLanguage)) refuse(1016, 'defaultLanguage');
  // Every account of the fake has this user already.
  if (username === demoUser.userName) refuse(1016, 'username');
  const fault = password === '' ? undefined : newPasswordFault(password);
  if (fault !== undefined) refuse(fault, 'password');
}

/** Only the fields that have something to say. */
const filledIn = (fields: Row): Row =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));

/** Writes what is said of the company to the account's own settings. */
function nameCompany(account: Account, input: Input, user: User): void {
  const { companyName, phone, email, website, countryCode, defaultLanguage } = input;
  const company = filledIn({
    ...{ name: companyName, companyName, phone, email, web: website },
    ...{ street: input.addressLine1, address2: input.addressLine2, state: input.region },
    ...{ ZIPcode: input.addressPostCode, country: input.addressCountry },
  });
  account.update('companyInfos', { id: 1, fields: company, user });
  const settings = filledIn({
    country: countryCode.toUpperCase(),
    ...{ default_language: defaultLanguage, langs: defaultLanguage, languages: defaultLanguage },
  });
  account.update('confParameters', { id: 1, fields: settings, user });
}

/** Makes the first user, who may do everything, and the employee that this user is. */
function addFirstUser(account: Account, input: Input, password: string): User {
  const { firstName, lastName, phone, email = '', username } = input;
  // The whole name follows from its parts.
  const card = { firstName, lastName, phone, email };
  const { groupID } = demoUser;
  const userID = account.users.add({
    userName: ownText(username || email),
    ...{ password, cardCode: null, groupID, apiAccess: true, rights: allRights, warehouseIDs: null },
    employeeID: account.insert('employees', filledIn(card), demoUser),
    ...{ added: account.now(), addedByUserName: '', lastModified: 0, lastModifiedByUserName: '' },
  });
  return account.users.get(userID) ?? refuse(1155);
}

/**
 * Signs up an account. It begins with the shop that every account of the fake begins with, and has the user who was
 * asked for beside the one that all accounts have. Nobody is sent an e-mail.
 */
export const createInstallation: Handler<typeof calls.createInstallation> = (context, input) => {
  checkNeeds(context.call, input);
  check(input);
  const account = context.signUp() ?? refuse(1155);
  account.changes();
  account.disturb();
  const password = input.password ? ownText(input.password) : madePassword(account);
  const user = addFirstUser(account, input, password);
  nameCompany(account, input, user);
  const record = recordOf(context.call) ?? refuse(1005);
  const fields = {
    clientCode: Number(account.code),
    clientUrl: backOfficeUrl({ ...context, account }),
    username: user.userName,
    password,
  };
  return { recordsTotal: 1, records: [recordWriter(record)(fields)] };
};

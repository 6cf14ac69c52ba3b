import type { Fact } from './fact.ts';
import { answers } from './facts/answers.ts';
import { bulk } from './facts/bulk.ts';
import { gates } from './facts/gates.ts';
import { limits } from './facts/limits.ts';
import { loyalty } from './facts/loyalty.ts';
import { money } from './facts/money.ts';
import { people } from './facts/people.ts';
import { purchases } from './facts/purchases.ts';
import { readingDocuments } from './facts/reading-documents.ts';
import { records } from './facts/records.ts';
import { requests } from './facts/requests.ts';
import { sales } from './facts/sales.ts';
import { sessions } from './facts/sessions.ts';
import { shoppingCart } from './facts/shopping-cart.ts';
import { users } from './facts/users.ts';

/** Everything that the fake claims to do as Erply does, by the heading that the docs print it under. */
export const ledger: Readonly<Record<string, readonly Fact[]>> = {
  Requests: requests,
  Answers: answers,
  'Users and rights': users,
  'Sessions and tokens': sessions,
  Limits: limits,
  'Bulk requests': bulk,
  'What is refused': gates,
  'Records, changes and files': records,
  'Customers and their data': people,
  'Payments, balances and days of registers': money,
  'Promotions, points and events': loyalty,
  'Reading documents, costs and reports': readingDocuments,
  'Sales documents': sales,
  'Carts, discounts and totals': shoppingCart,
  'Purchases and suppliers': purchases,
};

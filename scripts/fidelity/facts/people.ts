import type { Fact } from '../fact.ts';

/** Customers, their addresses and groups, and what is done with their data. */
export const people: readonly Fact[] = [
  {
    behaviour: 'Customers and suppliers share one number space: an ID belongs to one of them.',
    evidence: 'documented',
    test: ['number-space', 'gives customers and suppliers IDs of one number space: none belongs to both'],
  },
  {
    behaviour:
      'saveCustomer makes a company of what has a company’s name, and a person of all else; what only the other sort has is dropped.',
    evidence: 'inferred',
    test: [
      'save-customer',
      'makes companies, which have nothing of a person, and persons, who have nothing of a company',
    ],
  },
  {
    behaviour:
      'saveCustomer makes a new customer whatever is known already; it may take one with the same code, e-mail address or card for the same customer, and then answers that one and changes nothing.',
    evidence: 'inferred',
    option: '--set customerMatch',
    test: ['save-customer', 'takes one with the same %s for the same customer when it is told to'],
  },
  {
    behaviour: 'A name in the web shop belongs to one customer; a second one is refused with 1012.',
    evidence: 'documented',
    test: [
      'save-customer',
      'wants a name in the web shop, and codes where the account says so, for one customer only',
    ],
  },
  {
    behaviour:
      'deleteCustomer refuses with 1022 whom other records refer to. The customer’s addresses and points go along, without entries of their own in the operations log.',
    evidence: 'inferred',
    test: ['save-customer', 'takes the addresses along, and logs just the customer'],
  },
  {
    behaviour: 'getCustomers sorts by name unless something else is asked for, without case and accents.',
    evidence: 'inferred',
    test: [
      'customer-filter-truth',
      '%j: any filters in any order answer what a plain test and sort over all records do',
    ],
  },
  {
    behaviour:
      'verifyCustomerUser makes no session, and a wrong name or password is answered with 1051; Erply’s answer might also be an empty one.',
    evidence: 'inferred',
    option: '--set customerLoginFailure',
    test: ['customer-logins', 'may be answered with nothing when they are wrong'],
  },
  {
    behaviour: 'Wrong passwords of the web shop lock nobody.',
    evidence: 'inferred',
    test: ['customer-logins', 'are checked without a session, and wrong ones lock nobody'],
  },
  {
    behaviour:
      'In accounts of the European Union, what is saved and deleted of natural persons and their addresses is written to a processing log. Reading writes nothing: who reads has to log it, with logProcessingOfCustomerData.',
    evidence: 'documented',
    option: 'account data',
    test: [
      'customer-data-log',
      'has what was done to persons in an account of the European Union, and no data of theirs',
    ],
  },
  {
    behaviour: 'logProcessingOfCustomerData is refused with 1149 outside the European Union.',
    evidence: 'documented',
    option: 'account data',
    test: ['customer-data-log', 'refuses what it cannot write down, and writes nothing then'],
  },
  {
    behaviour:
      'Where an account demands it, customer calls are refused with 1148 until the user has called recordGDPRConfirmation.',
    evidence: 'documented',
    option: '--set customerDataConfirmation',
    test: ['customer-data-log', 'opens customer calls to a user where the account demands it'],
  },
  {
    behaviour:
      'An account whose customers live in a registry of their own answers 1120 to getCustomers and saveCustomer.',
    evidence: 'inferred',
    option: '--set customerRegistry',
    test: ['customers', 'answer 1120 to the calls that are documented to'],
  },
  {
    behaviour: 'The first address of a customer or supplier is the one that its own record shows.',
    evidence: 'documented',
    test: ['addresses', 'of a customer shows the first address as it is now, and is not dated anew'],
  },
  {
    behaviour:
      'clientID applies price lists in this order: of the location, of the customer’s groups from the topmost down, of the customer. Each counts from the card, and the last that has a rule wins.',
    evidence: 'inferred',
    test: [
      'customer-prices',
      'a price is what plain rules make of whichever lists there are, and its steps lead to it',
    ],
  },
  {
    behaviour: 'deleteCustomerGroup refuses with 1022 a group that has customers or groups in it.',
    evidence: 'inferred',
    test: ['customer-groups', 'refuses one that has groups below it, and one that customers are in'],
  },
];

import type { Fact } from '../fact.ts';

/** What is refused, and which of several reasons is told. */
export const gates: readonly Fact[] = [
  {
    behaviour:
      'Of several errors the first in this order is answered: account, maintenance, format, bulk shape, name, quota, session, API access, module, right, input.',
    evidence: 'inferred',
    test: ['gates', 'refuse a request for the first of its faults, in their order'],
  },
  {
    behaviour: 'Maintenance is answered with 1000.',
    evidence: 'documented',
    option: 'account config',
    test: ['gates', 'is the same in process, by `set` and by the control API, for one account or for all'],
  },
  {
    behaviour:
      'A call that the account does not have is refused with 1006, an input of a module that it does not have with 1006 or 1028.',
    evidence: 'documented',
    option: 'account config',
    test: ['gates', 'takes modules from an account: calls answer 1006, inputs 1006 or 1028'],
  },
  {
    behaviour: 'A required input that is missing or empty is refused with 1010.',
    evidence: 'documented',
    test: ['input', 'that is required and missing is refused with 1010'],
  },
  {
    behaviour:
      'An input that is not a number, date or list of IDs is refused with 1014, one that is not among the values with 1016.',
    evidence: 'documented',
    test: ['input', 'of %s is refused: %s as %s'],
  },
  {
    behaviour: 'Inputs that contradict each other are refused with 1013.',
    evidence: 'documented',
    test: ['input', 'of %s are refused with 1013: %s'],
  },
  {
    behaviour:
      'A list of more than 10,000 IDs or words is refused with 1162; documented for one call, taken for all.',
    evidence: 'inferred',
    test: ['input', 'that lists more than 10,000 IDs is refused with 1162'],
  },
  {
    behaviour: 'An empty input counts as not sent, unless it is a text that a save can clear.',
    evidence: 'inferred',
    test: ['input', 'that is empty was not filled in'],
  },
  {
    behaviour:
      'A known input that the fake does not serve yet is refused with 1016: the fake says what it cannot do.',
    evidence: 'inferred',
    test: ['completeness', 'refuses every input that it does not serve with 1016 and says so'],
  },
];

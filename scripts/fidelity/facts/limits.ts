import type { Fact } from '../fact.ts';

/** How much may be asked. */
export const limits: readonly Fact[] = [
  {
    behaviour: 'An account may make 6000 requests in a clock hour; Erply’s pages say 500 to 6000.',
    evidence: 'documented',
    option: '--quota',
    test: [
      'limits',
      'refuses everything with 1002 once it is used up, and starts anew at the turn of the clock hour',
    ],
  },
  {
    behaviour:
      'Over the quota every call is answered with 1002, logins as well, until the next hour by the server’s clock.',
    evidence: 'observed',
    test: [
      'limits',
      'refuses everything with 1002 once it is used up, and starts anew at the turn of the clock hour',
    ],
  },
  {
    behaviour: 'A sub-request of a bulk request costs a tenth.',
    evidence: 'documented',
    test: ['limits', 'counts a request as one and a sub-request as a tenth, logins and errors included'],
  },
  {
    behaviour: 'A bulk request costs nothing itself.',
    evidence: 'inferred',
    option: '--set bulkEnvelopeCost',
    test: ['bulk', 'can cost something themselves, where that is set'],
  },
  {
    behaviour: 'Calls that fail cost as much as others.',
    evidence: 'inferred',
    option: '--set quotaCountsErrors',
    test: ['limits', 'can leave errors uncharged'],
  },
  {
    behaviour: 'What is refused with 1002, 1020, or with 1005 outside a bulk request, costs nothing.',
    evidence: 'inferred',
    test: ['limits', 'does not charge what is refused with 1002, 1005 or 1020'],
  },
  {
    behaviour: 'A bulk request that finds some quota left runs whole.',
    evidence: 'inferred',
    test: ['limits', 'runs a bulk request whole when there is some quota left'],
  },
  {
    behaviour:
      'An address may have 10 requests at once under way, and send 150 in 30 seconds; then HTTP 429 for 10 seconds.',
    evidence: 'documented',
    option: '--rate-limit',
    test: [
      'front-end',
      'lets 150 requests in 30 seconds in, then none for 10 seconds, and none of it costs quota',
    ],
  },
  {
    behaviour: 'The body of a 429 is a short page, not the envelope.',
    evidence: 'inferred',
    option: '--set tooManyBody',
    test: ['front-end', 'answers without an envelope'],
  },
  {
    behaviour: 'A body of more than 16 MB is refused with HTTP 413.',
    evidence: 'inferred',
    option: '--max-body-bytes',
    test: ['hostility', 'has a size limit, whether or not it says how long it is'],
  },
  {
    behaviour: 'A request of more than 100,000 parameters is refused with HTTP 413.',
    evidence: 'inferred',
    option: '--max-parameters',
    test: ['parameter-limits', 'has 100,000 of them where nothing else is said'],
  },
];

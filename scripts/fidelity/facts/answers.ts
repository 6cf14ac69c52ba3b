import type { Fact } from '../fact.ts';

/** What an answer looks like. */
export const answers: readonly Fact[] = [
  {
    behaviour:
      'The status has request, requestUnixTime, responseStatus, errorCode, generationTime, recordsTotal and recordsInResponse; numbers are numbers.',
    evidence: 'observed',
    test: ['answers', 'has exactly the keys and types that captured answers have'],
  },
  {
    behaviour: '`errorField` is absent from an answer that went well.',
    evidence: 'observed',
    test: ['answers', 'has exactly the keys and types that captured answers have'],
  },
  {
    behaviour:
      '`generationTime` is always the same, so that the same request gets the same bytes; Erply’s varies.',
    evidence: 'inferred',
    test: [
      'isolation',
      'answer byte for byte the same for the same seed, clock and requests, however they interleave',
    ],
  },
  {
    behaviour: 'Where nothing is found the answer is ok, with an empty list and counts of 0.',
    evidence: 'inferred',
    test: ['answers', 'counts nothing where nothing is found, and has an empty list'],
  },
  {
    behaviour:
      'An error before the call runs (1000 to 1009, 1054, 1055, 1065) has neither errorField nor records.',
    evidence: 'observed',
    option: '--set errorBody',
    test: ['answers', 'is bare before the call runs, and names field and no records inside it'],
  },
  {
    behaviour:
      'An error inside the call has the name of the parameter or null as errorField, and null as records.',
    evidence: 'documented',
    option: '--set errorBody',
    test: ['answers', 'is bare before the call runs, and names field and no records inside it'],
  },
  {
    behaviour: 'A call that answers an object has no empty list in its errors, whatever the shape.',
    evidence: 'observed',
    test: ['answers', 'has no empty list where the call answers an object'],
  },
  {
    behaviour: 'Errors come with HTTP 200.',
    evidence: 'observed',
    option: '--set sessionErrorStatus',
    test: ['answers', 'comes with HTTP 200, and with 403 for sessions where that is set'],
  },
  {
    behaviour: 'Content-Type is that of JSON or XML with `sendContentType=1`.',
    evidence: 'documented',
    test: ['answers', 'is that of JSON only with sendContentType=1, else of PHP or none'],
  },
  {
    behaviour: 'Without `sendContentType` it is that of PHP, text/html.',
    evidence: 'inferred',
    option: '--set plainContentType',
    test: ['answers', 'is that of JSON only with sendContentType=1, else of PHP or none'],
  },
  {
    behaviour: 'JSON has its slashes and everything beyond ASCII escaped.',
    evidence: 'observed',
    test: ['answers', 'is printed as PHP prints it: slashes and all beyond ASCII escaped'],
  },
  {
    behaviour: 'Numbers below 0.0001 have an exponent, as PHP prints them: 1.0e-7.',
    evidence: 'inferred',
    test: ['answers', 'is printed as PHP prints it: slashes and all beyond ASCII escaped'],
  },
  {
    behaviour: 'What is negative and rounds to nothing prints as -0, as PHP prints it.',
    evidence: 'inferred',
    test: ['money', 'prints minus zero, as PHP does, where a negative price rounds to nothing'],
  },
  {
    behaviour:
      'Prices, discounts and quantities are rounded as PHP’s round() does it: halves go away from zero, and 1.005 is a half.',
    evidence: 'inferred',
    test: ['money', 'has a gross price with its halves away from zero: rate %i, net %d, gross %d'],
  },
  {
    behaviour: 'Every field has the JSON type and the spelling of "unset" that its call page lists.',
    evidence: 'observed',
    test: [
      'completeness',
      'is answered, and the answer has the keys, wire types and documented types of its definition',
    ],
  },
  {
    behaviour:
      '`records` is an array even of one record, but a bare object for getIdentityToken, getJwtToken and verifyIdentityToken.',
    evidence: 'observed',
    test: ['answers', 'are an array even of one, but a bare object in the calls for tokens'],
  },
  {
    behaviour: '`recordsTotal` of getUserOperationsLog is a text.',
    evidence: 'observed',
    test: ['answers', 'has recordsTotal as text in the operations log alone'],
  },
  {
    behaviour: '`getFields` cuts the records of every call to the named top-level fields; inner fields stay.',
    evidence: 'documented',
    test: [
      'answers',
      'have only the named fields with getFields, in every call, with inner fields left alone',
    ],
  },
  {
    behaviour: 'A record with none of the named fields is `{}`; names that no record has are ignored.',
    evidence: 'documented',
    test: [
      'answers',
      'have only the named fields with getFields, in every call, with inner fields left alone',
    ],
  },
  {
    behaviour: '`responseMode=detail` brings more fields in getSuppliers, and changes nothing elsewhere.',
    evidence: 'documented',
    test: ['answers', 'have more fields with responseMode=detail, unset ones too, where a call has any'],
  },
  {
    behaviour: 'XML has the root `document`, fields as elements and an `item` for each record.',
    evidence: 'observed',
    test: ['xml', 'of %s says what its JSON says'],
  },
  {
    behaviour:
      'Lists inside a record repeat `item` in XML; flags that are true or false are 1 or 0; a null is empty.',
    evidence: 'inferred',
    test: ['xml', 'of %s says what its JSON says'],
  },
  {
    behaviour: 'Errors and bulk requests can be answered in XML.',
    evidence: 'documented',
    test: ['xml', 'of a bulk request has an item for each sub-request'],
  },
  {
    behaviour: 'A format that does not exist is refused with 1007, in JSON.',
    evidence: 'documented',
    test: ['xml', 'can be asked for with a refused format, which is reported in JSON'],
  },
  {
    behaviour: 'Links lead to the host that was asked.',
    evidence: 'inferred',
    option: '--public-url',
    test: ['answers', 'lead to the host that was asked, unless there is a public address'],
  },
];

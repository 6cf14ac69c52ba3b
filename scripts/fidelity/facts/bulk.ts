import type { Fact } from '../fact.ts';

/** Many calls in one request. */
export const bulk: readonly Fact[] = [
  {
    behaviour:
      'The outer status has four fields; each sub-answer has requestName and requestID in place of request.',
    evidence: 'documented',
    test: ['bulk', 'answer in order, echo requestID as it was sent, and let one failure not stop the rest'],
  },
  {
    behaviour: 'A failing sub-request does not keep the others from running.',
    evidence: 'documented',
    test: ['bulk', 'answer in order, echo requestID as it was sent, and let one failure not stop the rest'],
  },
  {
    behaviour: 'Sub-requests run one after another, each seeing what those before have changed.',
    evidence: 'inferred',
    test: ['bulk', 'run one after another, each seeing what those before have changed'],
  },
  {
    behaviour: '`requestID` is echoed in the JSON type that it was sent in.',
    evidence: 'documented',
    option: '--set requestIdEcho',
    test: [
      'bulk',
      'echo any requestID as it was sent, as text where that is set, and null or nothing for none',
    ],
  },
  {
    behaviour: 'A sub-request without `requestID` has null there.',
    evidence: 'observed',
    option: '--set requestIdOmitted',
    test: [
      'bulk',
      'echo any requestID as it was sent, as text where that is set, and null or nothing for none',
    ],
  },
  {
    behaviour: 'Values may be JSON numbers or texts.',
    evidence: 'observed',
    test: [
      'bulk',
      'say 1005 of a call that does not exist inside, and have no array where one text is needed',
    ],
  },
  {
    behaviour: 'An unknown `requestName` is answered with 1005 inside.',
    evidence: 'inferred',
    test: [
      'bulk',
      'say 1005 of a call that does not exist inside, and have no array where one text is needed',
    ],
  },
  {
    behaviour:
      '`requests` may be a JSON object of objects: they run in the order of its keys as PHP iterates over them, and the answer is a list.',
    evidence: 'observed',
    test: ['bulk', 'run an object of requests in the order of its keys as PHP does, and answer a list'],
  },
  {
    behaviour:
      '`requests` that is neither a JSON array of objects nor an object of them is refused with 1015.',
    evidence: 'inferred',
    test: ['bulk', 'refuse %s as no list of requests with 1015'],
  },
  {
    behaviour: 'More than 100 sub-requests are refused with 1020, and none is run.',
    evidence: 'documented',
    test: ['gates', 'look at the shape of a bulk request before its quota and session'],
  },
  {
    behaviour: 'Errors of session and quota are in the outer status, without sub-answers.',
    evidence: 'observed',
    test: ['bulk', 'report a session that ran out once, outside'],
  },
  {
    behaviour: 'Account, session and format are those of the outer request, whatever a sub-request says.',
    evidence: 'inferred',
    test: ['bulk', 'have their session, account and format outside: inside they are not looked at'],
  },
  {
    behaviour:
      'CURRENT_INVOICE_ID stands for the document of the last saveSalesDocument in the bulk request.',
    evidence: 'observed',
    test: [
      'current-invoice',
      'stands for the document that the last saveSalesDocument of the bulk request has made',
    ],
  },
  {
    behaviour: 'After a saveSalesDocument that failed it is refused with 1157, after a duplicate with 1158.',
    evidence: 'documented',
    option: '--set currentInvoiceAfterFailure',
    test: [
      'current-invoice',
      'is refused with 1157 after a failure or without a document, and with 1158 after a duplicate',
    ],
  },
];

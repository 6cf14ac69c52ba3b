import type { Fact } from '../fact.ts';

/** How a request may be sent. */
export const requests: readonly Fact[] = [
  {
    behaviour: 'A form is sent by POST to `/api/`.',
    evidence: 'documented',
    test: ['parameters', 'may stand in the query of a GET or a POST'],
  },
  {
    behaviour: '`/api` without the last slash is the same.',
    evidence: 'observed',
    test: ['parameters', 'may stand in the query of a GET or a POST'],
  },
  {
    behaviour: 'Parameters may stand in the query, of a GET or of a POST without a body.',
    evidence: 'documented',
    test: ['parameters', 'may stand in the query of a GET or a POST'],
  },
  {
    behaviour: 'A parameter in both body and query is taken from the body.',
    evidence: 'inferred',
    option: '--set merge',
    test: ['parameters', 'of the body win over those of the query, unless the account has it the other way'],
  },
  {
    behaviour: 'A form may be `multipart/form-data`.',
    evidence: 'documented',
    test: ['multipart', 'of a browser or of fetch is read'],
  },
  {
    behaviour:
      'A body is a form under `application/x-www-form-urlencoded` and under `multipart/form-data` with its own boundary, as PHP has it; under any other Content-Type, or without one, its fields count as not sent. Erply might read such bodies itself.',
    evidence: 'inferred',
    option: '--set bodyTypes',
    test: ['body-types', 'under "%s" counts as not sent, with a note that names the header'],
  },
  {
    behaviour:
      'Forms are read as PHP 8.2 reads them, byte for byte: folded headers and line feeds alone are fine, a part without a name ends the reading, a NUL ends a name, and so on.',
    evidence: 'inferred',
    test: [
      'php-forms',
      'is read as PHP reads it: which body it takes for a form, its fields, their names and values',
    ],
  },
  {
    behaviour:
      'A form may have any number of variables. PHP as it is shipped reads 1,001 of a urlencoded form, 1,000 of a multipart form or a query, and drops the rest without a word; whether Erply has its own limit is not known. There is a note from 1,001 on.',
    evidence: 'inferred',
    option: '--set maxInputVars',
    test: ['input-limits', 'is read whole, with a note from 1,001 on'],
  },
  {
    behaviour: 'Parts of a multipart form that are files are not parameters.',
    evidence: 'inferred',
    test: ['multipart', 'has files that are not parameters'],
  },
  {
    behaviour: 'A JSON body is not read, so its parameters are missing.',
    evidence: 'inferred',
    test: ['requests', 'of JSON is not read, and a note says so'],
  },
  {
    behaviour: 'Input is UTF-8.',
    evidence: 'inferred',
    test: ['requests', 'holds UTF-8'],
  },
  {
    behaviour:
      'Parameters have the names that PHP makes of them: dots and blanks are underscores, the last of a name counts.',
    evidence: 'inferred',
    test: [
      'requests',
      'has its names read as PHP reads them: dots and blanks are underscores, the last of a name counts',
    ],
  },
  {
    behaviour: 'An array in the spelling of PHP (`name[]=`) is refused with 1030 where one text is needed.',
    evidence: 'documented',
    test: ['requests', 'with an array in the spelling of PHP is refused with 1030 where one text is needed'],
  },
  {
    behaviour: 'An array instead of `clientCode`, `request` or `sessionKey` counts as not sent.',
    evidence: 'inferred',
    test: ['requests', 'with an array instead of a parameter of the protocol has not sent it'],
  },
  {
    behaviour: 'The account may be named by the host, `CODE.erply.com`, when there is no `clientCode`.',
    evidence: 'inferred',
    option: '--public-url',
    test: ['requests', 'may name the account by its host alone; the parameter counts more'],
  },
  {
    behaviour:
      'A client code is any text of letters, digits, - and _, at most 32; another is answered with 1001.',
    evidence: 'inferred',
    test: ['isolation', 'do not exist for codes that no account can have, or outside the list'],
  },
  {
    behaviour: 'Names of calls are matched exactly; a missing or unknown one is answered with 1005.',
    evidence: 'inferred',
    test: ['requests', 'names its call exactly'],
  },
  {
    behaviour: '`version`, `partnerKey` and `setContentType` are taken with every call and change nothing.',
    evidence: 'observed',
    test: ['requests', 'takes version, partnerKey, setContentType and lang with every call, without a note'],
  },
  {
    behaviour:
      '`lang` is taken with every call: names come in that language where they were saved in it, else in the account’s own. The made-up shops have English names.',
    evidence: 'documented',
    test: ['languages', 'come in the language that is asked for, else in the account’s own'],
  },
  {
    behaviour:
      'An account has the languages of its settings `default_language` and `langs`; `getAllLanguages` answers a name for each, "" where there is none.',
    evidence: 'inferred',
    test: ['languages', 'all come where they are asked for, one for each language of the account'],
  },
  {
    behaviour:
      'A name saved in the account’s own language is `name`; a new record without one goes by the first name it has.',
    evidence: 'inferred',
    test: ['languages', 'stand in for the name of a new record that has no other'],
  },
  {
    behaviour: 'A language that Erply does not know is refused with 1195.',
    evidence: 'documented',
    test: ['requests', 'in a language that Erply does not know is refused with 1195'],
  },
  {
    behaviour:
      '`responseType`, `responseMode`, `lang`, `orderBy` and `orderByDir` are read in any case. The fake notes what is not spelled as on Erply’s pages.',
    evidence: 'observed',
    test: ['word-case', 'is that of every call, too: format, mode and language'],
  },
  {
    behaviour:
      'Words that records are made of, such as types and statuses, are read as they are spelled; in another case they are refused with 1016.',
    evidence: 'inferred',
    test: ['word-case', 'is refused in another case, with a note that says which is meant'],
  },
  {
    behaviour:
      'Unknown parameters are ignored. The fake notes them, in a header, on stderr and in the journal.',
    evidence: 'observed',
    option: '--strict',
    test: [
      'requests',
      'with a parameter that the call does not have is answered, noted, and refused where that is strict',
    ],
  },
  {
    behaviour:
      'A time that can only be milliseconds is read as the seconds of a far year, so that nothing is found. The fake notes it.',
    evidence: 'inferred',
    option: '--strict',
    test: ['milliseconds', 'is answered as before, with a note: %s %s'],
  },
  {
    behaviour: 'Pages of other origins may not call from a browser.',
    evidence: 'inferred',
    option: '--cors',
    test: ['requests', 'may not call otherwise, and never the control API'],
  },
];

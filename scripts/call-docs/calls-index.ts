import { type AnyCall, limits } from '@erply-kit/schemas';

import type { CallDocs } from '../docstrings.ts';
import { code, headingOf, page, table } from './markdown.ts';

/** A call with its docstrings and the name of its page. */
export interface DocumentedCall {
  readonly call: AnyCall;
  readonly docs: CallDocs;
  /** File name of its page. */
  readonly file: string;
}

/** The index of all calls, by the folder that defines them. */
export function callsIndex(notice: string, calls: readonly DocumentedCall[]): string {
  const folders = Map.groupBy(calls, ({ docs }) => docs.file.split('/').at(0) ?? '');
  return page(
    notice,
    '# Calls',
    `${calls.length} calls of Erply's classic API, as this project knows them. A page is made from the call's definition, which client and fake use too. What the error codes mean: [error codes](../errors.md).`,
    ...[...folders].flatMap(([folder, members]) => [
      `## ${headingOf(folder)}`,
      table(
        ['call', 'what it does', 'effect', 'page'],
        members.map(({ call, docs, file }) => [
          `[${call.name}](${file})`,
          firstSentence(docs.prose),
          call.effect,
          call.paging ? `up to ${call.paging.maxPageSize({} as never)}` : '',
        ]),
      ),
    ]),
    '## What every call takes',
    `A request is a form post (\`application/x-www-form-urlencoded\` or \`multipart/form-data\`) to \`https://CODE.erply.com/api/\`, where CODE is the account's client code. All values are text.`,
    table(['parameter', 'value', 'required', 'meaning'], commonParameters),
    `A bulk request has \`requests\` instead of \`request\`: a JSON array of at most ${limits.subRequestsPerBulk} objects (or an object of them, run in the order of its keys), each with \`requestName\`, a \`requestID\` of your choice and the parameters of its call.`,
  );
}

const commonParameters = [
  [code('clientCode'), 'text', 'yes', 'The account (1001 without it).'],
  [code('request'), 'text', 'yes', 'Name of the call (1005 without it).'],
  [
    code('sessionKey'),
    'text',
    'as a rule',
    'From the login; each page says whether the call needs it (1009).',
  ],
  [
    code('responseType'),
    'one of `JSON`, `XML`, in any case',
    '',
    'JSON when left out. A few calls know `CSV` too.',
  ],
  [
    code('responseMode'),
    'one of `normal`, `detail`, in any case',
    '',
    'detail for the fields of a record that say so; few calls have any.',
  ],
  [
    code('getFields'),
    'words, with commas between',
    '',
    'Only these fields of each record; fields inside of fields stay. A record with none of them comes empty.',
  ],
  [
    code('lang'),
    'one of the languages, in any case',
    '',
    'Language of names, where they have been translated.',
  ],
  [code('sendContentType'), '0 or 1', '', '1 for a proper `Content-Type` in the answer.'],
  [code('partnerKey'), 'text', '', 'Tells Erply whose integration it is; changes nothing else.'],
];

/** The first sentence of a docstring: what a list has room for. */
function firstSentence(prose: string): string {
  const [first = ''] = prose.split(/(?<=[.!?])\s/);
  return first.replace(/\s+/g, ' ');
}

import { type AnyCall, limits } from '@erply-kit/schemas';

import type { CallDocs } from '../docstrings.ts';
import { answerSection } from './answer-section.ts';
import { errorTable } from './errors.ts';
import { exampleRequest } from './example-request.ts';
import { inputSection } from './input-section.ts';
import { code, escaped, fenced, page, reflowed, table } from './markdown.ts';
import { formOf, isOptional, type Schema } from './schema-shape.ts';
import { servedSection } from './served-section.ts';

export interface CallPageParts {
  readonly notice: string;
  readonly call: AnyCall;
  readonly docs: CallDocs;
  /** JSON of an answer to the example request. */
  readonly exampleAnswer: string;
}

/** The reference page of one call. */
export function callPage({ notice, call, docs, exampleAnswer }: CallPageParts): string {
  return page(
    notice,
    `# ${call.name}`,
    escaped(reflowed(docs.prose)),
    call.deprecated && `> **Deprecated by Erply**, which recommends instead: ${escaped(call.deprecated)}.`,
    docs.remarks && `> **Warning.** ${escaped(docs.remarks)}`,
    `[Erply's own page](${call.docs}) · [All calls](README.md)`,
    table(['', ''], factsOf(call)),
    ...inputSection(call, docs),
    ...answerSection(call, docs),
    '## Errors',
    call.errors.length === 0
      ? 'Only those that [any call](../errors.md) can give.'
      : 'Besides those that [any call](../errors.md) can give:',
    call.errors.length === 0 ? undefined : errorTable(call.errors),
    '## What the mock serves',
    servedSection(call),
    '## Example',
    fenced('http', exampleRequest(call)),
    `The fake's answer${'list' in call.result ? ', with the first record only' : ''}:`,
    fenced('json', exampleAnswer),
  );
}

function factsOf(call: AnyCall): string[][] {
  const facts = [
    ['Effect', effectOf(call)],
    ['Session', sessionOf(call)],
    [
      'Price',
      `${limits.requestCostUnits} unit of the hour's quota; ${limits.subRequestCostUnits} inside a bulk request`,
    ],
    ...pagingOf(call),
    ['How sure', call.evidence],
  ];
  return facts.map(([name = '', text = '']) => [`**${name}**`, text]);
}

function effectOf(call: AnyCall): string {
  const verb = { read: 'Reads', write: 'Writes', delete: 'Deletes' }[call.effect];
  const name = call.table?.name ?? call.rightOn;
  const what = name ? `${call.effect === 'delete' ? 'from ' : ''}${code(name)}` : '';
  const right = call.right ? `; ${rightWords[call.right]}` : '';
  return `${[verb, what].filter((text) => text).join(' ')}${right}`;
}

const rightWords = {
  view: 'needs the right to view (else 1060)',
  add: 'needs the right to add (else 1061)',
  edit: 'needs the right to edit (else 1062)',
  save: 'needs the right to add (else 1061) or edit (else 1062)',
  delete: 'needs the right to delete (else 1063)',
} as const;

function sessionOf(call: AnyCall): string {
  const texts = {
    none: 'None',
    required: 'Required',
    expiredOk: 'Required; one that ran out at most two hours ago is accepted',
  };
  return texts[call.session];
}

function pagingOf(call: AnyCall): string[][] {
  const { paging } = call;
  if (!paging) return 'list' in call.result ? [['Paging', 'None: one answer holds all']] : [];
  const order = Object.entries(paging.stableOrder ?? {}).map(([name, value]) => code(`${name}=${value}`));
  return [
    ['Page', `${paging.defaultPageSize} records, ${maxPageSizes(call)}`],
    [
      'Stable order',
      order.length === 0
        ? 'None that Erply promises'
        : `${order.join(', ')}: changed records keep their position, new ones come last`,
    ],
    ...(paging.offset ? [['Offset', `${code(paging.offset)}, counted from 0`]] : []),
  ];
}

/** The most records on a page, and the inputs that change it. */
function maxPageSizes(call: AnyCall): string {
  const size = (input: object) => call.paging?.maxPageSize(input as never) ?? Number.NaN;
  const usual = size({});
  const shape: Readonly<Record<string, Schema>> = call.input();
  const others = Object.entries(shape)
    .filter(([, schema]) => formOf(schema).name === 'flag' && isOptional(schema))
    .filter(([name]) => size({ [name]: 1 }) !== usual)
    .map(([name]) => `${size({ [name]: 1 })} with ${code(`${name}=1`)}`);
  return [`at most ${usual}`, ...others].join(', ');
}

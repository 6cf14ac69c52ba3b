import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { repository } from '@erply-kit/tooling';

import { type CountedCase, countedCases, textOf } from './php-forms/counted-cases.ts';
import type { FormCase } from './php-forms/form-case.ts';
import { formCases } from './php-forms/form-cases.ts';
import { type PhpServer, startPhp } from './php-forms/php-server.ts';

/**
 * Asks PHP what it makes of forms, and writes it down for the tests of the fake, which need no PHP then. Needs `php` 8.2
 * on the path: `node scripts/record-php-forms.ts`. The same seed asks the same.
 */
const table = 'packages/mock/src/wire/php-forms.wire.json';
async function askCase(php: PhpServer, request: FormCase) {
  const { post, get } = await php.ask(request);
  return [request.contentType, request.query, request.body, post, get] as const;
}

async function askCounted(php: PhpServer, request: CountedCase) {
  const text = textOf(request);
  const { contentType, where } = request;
  const answer = await php.ask(
    where === 'body' ? { contentType, query: '', body: text } : { contentType, query: text, body: '' },
  );
  const variables = where === 'body' ? answer.post : answer.get;
  return { ...request, kept: variables.length, last: variables.at(-1) ?? null };
}

const lines = (items: readonly unknown[]) => items.map((item) => JSON.stringify(item)).join(',\n');

await using php = await startPhp();
const { php: version } = await php.ask({ contentType: null, query: '', body: '' });
const answered = [];
for (const request of formCases()) answered.push(await askCase(php, request));
const counted = [];
for (const request of countedCases) counted.push(await askCounted(php, request));
await writeFile(
  join(repository, table),
  `{"about":"What PHP makes of forms, as scripts/record-php-forms.ts has recorded it from PHP's own server without a php.ini. In texts each character is one byte. Cases: Content-Type, query, body, variables of the body, variables of the query; a value of null is an array. Counted: piece so many times, # being its number, then the ending; how many variables were kept, and the last one.",
"php":${JSON.stringify(version)},
"cases":[
${lines(answered)}
],
"counted":[
${lines(counted)}
]}
`,
);
console.log(`PHP ${version}: ${answered.length} requests, and ${counted.length} of many fields, in ${table}`);

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { temporaryFolder } from '@erply-kit/tooling';

import { type FieldsDocs, readCallDocs } from './docstrings.ts';

/** Writes sources into a new folder and reads the docs of its one call. */
async function docsOf(files: Readonly<Record<string, string>>) {
  await using folder = await temporaryFolder('docstrings');
  for (const [path, source] of Object.entries(files)) {
    await mkdir(dirname(join(folder.path, path)), { recursive: true });
    await writeFile(join(folder.path, path), source);
  }
  const docs = await readCallDocs(join(folder.path, 'calls'));
  const call = docs.get('getThings');
  if (!call) throw new Error('no call was found');
  // While the folder is there: what is inside a field is read when asked.
  return { ...call, input: plain(call.input), answer: plain(call.answer) };
}

const plain = (fields: FieldsDocs, depth = 3): object =>
  depth === 0
    ? {}
    : Object.fromEntries(
        [...fields].map(([name, docs]) => {
          const inside = plain(docs.inside(), depth - 1);
          return [name, Object.keys(inside).length === 0 ? docs.prose : [docs.prose, inside]];
        }),
      );

const call = (input: string, imports = '') => `
import { defineCall } from '../../define-call.ts';
import { text } from '../../wire/text.ts';
${imports}
/** Things. */
export const getThings = defineCall({ name: 'getThings', input: () => ({ ${input} }), result: { none: true } });
`;

describe('readCallDocs', () => {
  test('takes the tag of a deprecated call apart from its prose', async () => {
    const tagged = call('').replace(
      '/** Things. */',
      '/**\n * Things.\n * @deprecated Use\n *   others.\n * @example x\n */',
    );
    const { prose, deprecated } = await docsOf({ 'calls/things/get-things.ts': tagged });
    expect({ prose, deprecated }).toEqual({ prose: 'Things.', deprecated: 'Use others.' });
    const plainCall = await docsOf({ 'calls/things/get-things.ts': call('') });
    expect(plainCall.deprecated).toBeUndefined();
  });

  test('takes the comment that stands directly before a name', async () => {
    const docs = await docsOf({
      'calls/things/get-things.ts': call(`
        /** One
         *  thing. */
        thingID: text.optional(),
        bare: text,
        /** Lost. */

        // a remark
        'quoted-name': text,
        /* No docstring. */
        other: text,
      `),
    });
    expect(docs.file).toBe('things/get-things.ts');
    expect(docs.prose).toBe('Things.');
    expect(docs.input).toEqual({
      thingID: 'One thing.',
      bare: undefined,
      'quoted-name': 'Lost.',
      other: undefined,
    });
  });

  test('keeps the paragraphs of a call, without stars, tags and links', async () => {
    const docs = await docsOf({
      'calls/things/get-things.ts': `
        /**
         * Things. See {@link getOthers}.
         *
         * - one
         * - two
         *
         * @example getThings()
         */
        // biome-ignore lint: a reason
        export const getThings = defineCall({ input: () => ({}), result: { none: true } });`,
    });
    expect(docs.prose).toBe('Things. See `getOthers`.\n\n- one\n- two');
  });

  test('follows spread helpers, also through other helpers and under another name', async () => {
    const docs = await docsOf({
      'calls/things/get-things.ts': call(
        `...paging(), ...local, /** Own. */ own: text, ...(text ? names() : {})`,
        `import { pagingInputs as paging } from '../paging-inputs.ts';
         import { names } from '../names.ts';
         const local = { /** Local. */ local: text };`,
      ),
      'calls/paging-inputs.ts': `
        import { more } from './more.ts';
        export const pagingInputs = () => ({ /** Page. */ pageNo: integer.optional(), ...more() });`,
      'calls/more.ts': `export const more = () => ({ /** Size. */ recordsOnPage: integer });`,
      'calls/names.ts': `export function names() { return { /** Name. */ name: text }; }`,
    });
    expect(docs.input).toEqual({
      pageNo: 'Page.',
      recordsOnPage: 'Size.',
      local: 'Local.',
      own: 'Own.',
      name: 'Name.',
    });
  });

  test('finds rows of numbered parameters, in the call or in a helper', async () => {
    const docs = await docsOf({
      'calls/things/get-things.ts': call(
        `/** Lines. */ lines: rows({ /** Amount. */ amount: decimal }).optional(), ...attributes()`,
        `import { attributes } from '../attributes.ts';`,
      ),
      'calls/attributes.ts': `
        export const attributes = () => ({
          /** Extra data. */
          attributes: rows({ /** Its name. */ attributeName: text }),
        });`,
    });
    expect(docs.input).toEqual({
      lines: ['Lines.', { amount: 'Amount.' }],
      attributes: ['Extra data.', { attributeName: 'Its name.' }],
    });
  });

  test('finds the answer, and records inside it, a record of its own kind too', async () => {
    const docs = await docsOf({
      'calls/things/get-things.ts': `
        import { thing } from './thing.ts';
        /** Things. */
        export const getThings = defineCall({ input: () => ({}), result: { list: thing } });`,
      'calls/things/thing.ts': `
        import * as z from 'zod';
        import { defineRecord } from '../../define-record.ts';
        import { text } from '../../wire/text.ts';
        const size = defineRecord(() => ({ /** Metres. */ width: text }));
        export const thing = defineRecord(() => ({
          /** What people read. */
          name: text,
          /** Its sizes. */
          sizes: z.array(size()).optional(),
          /** Things in it. */
          get parts() { return z.array(thing()); },
        }));`,
      'define-record.ts': `export const defineRecord = (shape) => ({ value: shape() });`,
      'wire/text.ts': `export const text = wireCodec({ name: 'text' });`,
    });
    const sizes = ['Its sizes.', { width: 'Metres.' }];
    expect(docs.answer).toMatchObject({
      name: 'What people read.',
      sizes,
      parts: ['Things in it.', { name: 'What people read.', sizes }],
    });
    expect(Object.keys(docs.answer)).toEqual(['name', 'sizes', 'parts']);
  });

  test('names a field by what a helper was called with, and explains it by what stands before that', async () => {
    const helper = `
      export function savedRecord<const TField extends string>(field: TField) {
        return defineRecord(() => ({
          /** ID of what was saved. */
          [field]: id,
        }) as Record<TField, typeof id>);
      }`;
    const get = (argument: string) => `
      import { savedRecord } from '../saved-record.ts';
      /** Things. */
      export const getThings = defineCall({ input: () => ({}), result: { one: savedRecord(${argument}) } });`;

    const plainly = { 'calls/saved-record.ts': helper, 'calls/things/get-things.ts': get("'thingID'") };
    expect((await docsOf(plainly)).answer).toEqual({ thingID: 'ID of what was saved.' });

    const own = { ...plainly, 'calls/things/get-things.ts': get("/** ID of the thing. */ 'thingID'") };
    expect((await docsOf(own)).answer).toEqual({ thingID: 'ID of the thing.' });
  });
});

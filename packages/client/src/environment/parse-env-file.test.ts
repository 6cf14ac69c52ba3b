import { parseEnv } from 'node:util';

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { propertyRun } from '@erply-kit/tooling/property';

import { parseEnvFile } from './parse-env-file.ts';

const valuesOf = (text: string) =>
  Object.fromEntries(parseEnvFile(text).entries.map(({ name, value }) => [name, value]));

it.each([
  ['A=1\r\nB=2\r\n', { A: '1', B: '2' }],
  ['A=1\rB=2', { A: '1', B: '2' }],
  ['  export A = 1 # one\n# B=2\n\nC=', { A: '1', C: '' }],
  // Node 24 gives A the value `B=2` here, and B none.
  ['A= \nB=2', { A: '', B: '2' }],
  ['A="a b"\nB=\'#\'\nC=`"`', { A: 'a b', B: '#', C: '"' }],
  ['A="x" # y', { A: 'x' }],
  ["A=it's\nB=don't", { A: "it's", B: "don't" }],
  ['KEY="one\ntwo" # three\nB=2', { KEY: 'one\ntwo', B: '2' }],
  ['A=$B', { A: '$B' }],
  ['A=a=b', { A: 'a=b' }],
])('%j is read as %j', (text, values) => {
  expect(valuesOf(text)).toEqual(values);
  expect(parseEnvFile(text).unreadLines).toEqual([]);
});

it.each([
  ['A=pass#word', '# begins a comment, unless the value stands in quotation marks'],
  ['A=#word', '# begins a comment, unless the value stands in quotation marks'],
  ['A="pass', 'a quotation mark is not closed'],
  ['A="pass\nB="x"', 'something stands behind the closing quotation mark'],
  ['A="pa\\"ss"', 'something stands behind the closing quotation mark'],
  ['A="pass"word', 'something stands behind the closing quotation mark'],
  ["A='pass\nB='", 'its quotation mark is not closed in the same line'],
  ['A="pass\\nword"', '\\n is a line break in double quotation marks; use single ones'],
])('%j has a doubt', (text, doubt) => {
  expect(parseEnvFile(text).entries[0]).toMatchObject({ name: 'A', line: 1, doubt });
});

it.each(['A: 1', 'set A=1', '$env:A="1"', 'A', '=1', '{"A":1}'])('"%s" sets nothing', (line) => {
  expect(parseEnvFile(`B=2\n${line}\nC=3`)).toMatchObject({
    entries: [{ name: 'B' }, { name: 'C', line: 3 }],
    unreadLines: [2],
  });
});

const someOf = (...parts: string[]) => fc.constantFrom(...parts);
const value = fc
  .array(someOf('"', "'", '`', '#', ' ', '\t', '\\n', '=', '$', 'x', 'é'), { maxLength: 5, size: 'max' })
  .map((parts) => parts.join(''));
const line = fc
  .tuple(someOf('', 'export '), someOf('A', 'B', '_c.d-1'), value)
  .map(([prefix, name, text]) => `${prefix}${name}=${text}`);
const file = fc
  .tuple(line, fc.oneof(someOf('# A=1', ''), line), line, someOf('\n', '\r\n'))
  .map(([first, second, third, lineEnd]) => [first, second, third].join(lineEnd));

it('reads what has no doubt as Node does', () => {
  let compared = 0;
  const readsAlike = fc.property(file, (text) => {
    // Empty values take the next line in Node, as above, or make `export` a part of the name.
    if (parseEnvFile(text).entries.some(({ doubt }) => doubt) || /=[ \t]*$/m.test(text)) return;
    compared += 1;
    expect(valuesOf(text)).toEqual({ ...parseEnv(text) });
  });
  fc.assert(readsAlike, propertyRun(5000));
  expect(compared).toBeGreaterThan(200);
});

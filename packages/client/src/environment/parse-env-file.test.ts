import { parseEnv } from 'node:util';

import { expect, it } from 'vitest';

import { propertyScale } from '../../test/property-scale.ts';
import { createRandom } from '../../test/random.ts';
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

it('reads what has no doubt as Node does', () => {
  const seed = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));
  const random = createRandom(seed);
  const some = (parts: readonly string[], count: number) =>
    Array.from({ length: count }, () => parts[random.below(parts.length)]).join('');
  const valueParts = ['"', "'", '`', '#', ' ', '\t', '\\n', '=', '$', 'x', 'é'];
  const line = () =>
    `${some(['', 'export '], 1)}${some(['A', 'B', '_c.d-1'], 1)}=${some(valueParts, random.below(6))}`;
  let compared = 0;
  for (let round = 0; round < 5000 * propertyScale; round += 1) {
    const text = [line(), some(['# A=1', '', line()], 1), line()].join(some(['\n', '\r\n'], 1));
    // Empty values take the next line in Node, as above, or make `export` a part of the name.
    if (parseEnvFile(text).entries.some(({ doubt }) => doubt) || /=[ \t]*$/m.test(text)) continue;
    compared += 1;
    expect(valuesOf(text), `PROPERTY_SEED=${seed} ${JSON.stringify(text)}`).toEqual({ ...parseEnv(text) });
  }
  expect(compared).toBeGreaterThan(200);
});

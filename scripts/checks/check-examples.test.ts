import { describe, expect, test } from 'vitest';

import { temporaryFolder } from '@erply-kit/tooling';

import { checkExamples } from './check-examples.ts';

/** A source whose one export has this docstring, which begins in line 2. */
const documented = (name: string, ...docstring: string[]) =>
  [
    '/**',
    ...docstring.map((line) => ` * ${line}`),
    ' */',
    `export const ${name} = (cents: number) => cents;`,
  ].join('\n');

const block = (info: string, ...lines: string[]) => [`\`\`\`${info}`, ...lines, '```'].join('\n');

/** What the check says of a repository with these files: one compilation takes more than half a second. */
async function check(files: Readonly<Record<string, string>>) {
  await using folder = await temporaryFolder('examples', {
    'packages/shop/package.json':
      '{ "name": "@demo/shop", "type": "module", "exports": { ".": "./src/index.ts" } }',
    'packages/shop/src/index.ts': "export * from './price.ts';\nexport { tax } from './tax.ts';\n",
    ...files,
  });
  return await checkExamples(folder.path);
}

describe('each wrong example is named with file and line', async () => {
  const { findings, summary } = await check({
    'packages/shop/src/price.ts': documented('price', '@example', 'const cents = price(1);', 'cents.trim();'),
    'packages/shop/src/tax.ts': [
      documented(
        'tax',
        '@example',
        block('ts', 'tax(1);', 'tacks(1);').replaceAll('\n', '\n * '),
        '@throws never',
      ),
      "export const wrong: number = 'of the package';",
    ].join('\n'),
    'README.md': block('ts', "import { price } from '@demo/shop';", '', "price('1');"),
    'docs/alone.md': [block('ts', 'const own = 1;'), block('ts', 'own.toFixed();')].join('\n\n'),
    'docs/named.md': [
      block('ts cents.ts', 'export const cents = 5;'),
      block('ts cents.test.ts', "import { cents } from './cents.ts';", 'cents.trim();'),
    ].join('\n\n'),
    'docs/list.md': '- so:\n\n  ```typescript\n  const text: string = 1;\n  ```',
  });

  test.each([
    ['in a docstring', /^packages\/shop\/src\/price\.ts:4: TS2339: .*'trim'/],
    ['in a fence of a docstring', /^packages\/shop\/src\/tax\.ts:5: TS2\d+: .*'tacks'/],
    ['on a page', /^README\.md:4: TS2345: Argument of type 'string'/],
    ['when it takes for granted what another block declares', /^docs\/alone\.md:6: TS2304: .*'own'/],
    ['in a file that imports another one of its page', /^docs\/named\.md:7: TS2339: .*'trim'/],
    ['in a list', /^docs\/list\.md:4: TS2322: /],
    ['and an error of a package is where it is', /^packages\/shop\/src\/tax\.ts:10: TS2322: /],
  ])('%s', (_, finding) => {
    expect(findings.filter((one) => finding.test(one))).toHaveLength(1);
  });

  test('and is counted', () => expect(summary).toBe('8 examples compiled, 0 not'));
});

test('an example that does not parse is named with file and line', async () => {
  const { findings } = await check({ 'README.md': block('js', '', 'const = 1;') });
  expect(findings[0]).toMatch(/^README\.md:3: TS1\d+: /);
});

test('right examples pass: top-level await, a page in parts, own names that the package has too', async () => {
  const report = await check({
    'packages/shop/src/price.ts': documented(
      'price',
      '@example',
      'const cents = await price(1);',
      'tax(cents);',
    ),
    'packages/shop/src/tax.ts': documented('tax', '@example', 'const price = tax(1);', 'price.toFixed(2);'),
    'README.md': [
      block('ts', "import { price } from '@demo/shop';", 'const cents = await Promise.resolve(price(1));'),
      block('ts continues', 'cents.toFixed(price(2));'),
      block('sh', 'pnpm check'),
      block('ts unchecked: of another library', 'nothing('),
    ].join('\n\n'),
    'docs/named.md': [
      block('ts cents.ts', 'export const cents = 5;'),
      block('ts cents.test.ts', "import { cents } from './cents.ts';", 'cents.toFixed();'),
    ].join('\n\n'),
  });
  expect(report).toEqual({
    findings: [],
    summary: 'not compiled: README.md:14: of another library\n5 examples compiled, 1 not',
  });
});

test('no example is skipped in silence', async () => {
  const { findings } = await check({
    'README.md': block('ts unchecked', '1;'),
    'docs/ignored.md': block('ts ignore', '1;'),
    'docs/second.md': block('ts continues', '1;'),
    'packages/shop/src/price.ts': documented('price', '@example price(1)'),
    'packages/shop/src/tax.ts': documented('tax', '@example', '', '@throws never'),
  });
  expect(findings).toEqual([
    'README.md:1: say why after "unchecked:"',
    'docs/ignored.md:1: "ignore" is not known here; an example is "continues", "fragment" or "unchecked: why"',
    'docs/second.md:1: continues, but no example comes before it',
    'packages/shop/src/price.ts:2: the example begins on the line below @example',
    'packages/shop/src/tax.ts:2: the example is empty',
  ]);
});

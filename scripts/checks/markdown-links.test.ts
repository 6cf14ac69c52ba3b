import { expect, test } from 'vitest';

import { temporaryFolder } from '@erply-kit/tooling';

import { linksOf, readLinks } from './markdown-links.ts';

test('a link that leads nowhere is a fault', async () => {
  await using folder = await temporaryFolder('links', {
    'README.md': '[here](docs/a.md#part), [gone](docs/b.md) and [part](#below)',
    'docs/a.md': '[up](../README.md) ![picture](a.png "title")',
    'node_modules/x/README.md': '[gone](gone.md)',
  });
  expect(await readLinks(folder.path)).toEqual({
    pages: 2,
    faults: ['README.md: no docs/b.md', 'docs/a.md: no a.png'],
  });
});

test('links in code and links to other sites are left alone', () => {
  const page = ['[out](https://example.test/a.md)', '`[code](a.md)`', '```md', '[fence](b.md)', '```'];
  expect(linksOf([...page, '[in](c.md)'].join('\n'))).toEqual(['c.md']);
});

import { expect, test } from 'vitest';

import { temporaryFolder } from '@erply-kit/tooling';

import { dependencyFaults } from './dependencies.ts';

test('every library has one line, and every line a library', async () => {
  await using folder = await temporaryFolder('dependencies', {
    'package.json': '{"devDependencies":{"vitest":"5","@erply-kit/mock":"workspace:^"}}',
    'bench/package.json': '{"dependencies":{"express":"5"}}',
    'packages/client/package.json': '{"peerDependencies":{"zod":"4"}}',
    'packages/client/node_modules/x/package.json': '{"dependencies":{"y":"1"}}',
    'docs/dependencies.md':
      '| library |\n| --- |\n| `zod`, `vitest` | types and tests |\n| `left-pad` | pads |\n',
  });
  expect(await dependencyFaults(folder.path)).toEqual([
    'express has no line',
    'left-pad has a line, but nothing names it',
  ]);
});

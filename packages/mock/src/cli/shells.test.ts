import { expect, it } from 'vitest';

import { shellLines } from './shells.ts';

it.each([
  ['sh', "export NAME='it'\\''s \\ $HOME'\n"],
  ['fish', "set -gx NAME 'it\\'s \\\\ $HOME'\n"],
  ['powershell', "$Env:NAME = 'it''s \\ $HOME'\n"],
  ['dotenv', "NAME=it's \\ $HOME\n"],
  ['github', "NAME=it's \\ $HOME\n"],
] as const)('a value is one word for %s, whatever is in it', (shell, line) => {
  expect(shellLines(shell, { NAME: "it's \\ $HOME" })).toBe(line);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { repository } from './repository.ts';

/** A command of pnpm: the pnpm that started this program; without one, the pnpm that the root names, through npx. */
export function pnpm(...args: string[]): string[] {
  const own = process.env.npm_execpath ?? '';
  if (!/pnpm[^/\\]*$/.test(own)) return ['npx', '-y', namedPnpm(), ...args];
  return /\.[cm]?js$/.test(own) ? [process.execPath, own, ...args] : [own, ...args];
}

function namedPnpm(): string {
  return JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')).packageManager;
}

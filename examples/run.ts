import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isErplyError } from '@erply-kit/client';

const notPrograms = ['open-shop.ts', 'run.ts'];
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !notPrograms.includes(file))
  .map((file) => file.replace('.ts', ''));

const advice: Readonly<Record<string, string>> = {
  transport: ' If that is the fake: npx pnpm@12 mock starts it.',
  credentials: ' They are ERPLY_USERNAME and ERPLY_PASSWORD of .env.',
};

const [, , name = '', ...args] = process.argv;
if (!names.includes(name)) {
  console.error(`npx pnpm@12 example NAME, with one of: ${names.join(', ')}`);
  process.exit(2);
}
const file = join(import.meta.dirname, `${name}.ts`);
if (args.includes('--help')) {
  // What a program says about itself stands at its beginning.
  const [about = ''] = readFileSync(file, 'utf8').split(' */\n');
  console.log(about.replaceAll(/^(\/\*\*| \* ?)/gm, '').trim());
  process.exit();
}
// What follows the name is the program's own.
process.argv.splice(2, 1);
try {
  await import(`./${name}.ts`);
} catch (error) {
  // What a user can put right is one line. Everything else is a fault of the program, and its stack says where.
  if (!isErplyError(error) && Object(error).constructor !== Error) throw error;
  const { message, kind = '' } = error as { message: string; kind?: string };
  console.error(`${name}: ${message}${advice[kind] ?? ''}`);
  process.exitCode = 1;
}

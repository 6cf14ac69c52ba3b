import { readdirSync } from 'node:fs';

const notPrograms = ['open-shop.ts', 'run.ts'];
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !notPrograms.includes(file))
  .map((file) => file.replace('.ts', ''));

const [, , name = ''] = process.argv;
if (!names.includes(name)) {
  console.error(`npx pnpm@12 example NAME, with one of: ${names.join(', ')}`);
  process.exit(2);
}
// What follows the name is the program's own.
process.argv.splice(2, 1);
await import(`./${name}.ts`);

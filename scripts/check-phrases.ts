import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { stiltedPlaces } from './phrases.ts';
import { repository } from './repository.ts';
import { runOrThrow } from './run.ts';

const kinds = ['ts', 'js', 'mjs', 'cjs', 'md', 'sh', 'yml'].map((kind) => `*.${kind}`);
/** These name the phrases, and what was released stays as it is. */
const others = [':!scripts/phrases*.ts', ':!*CHANGELOG.md'];
const listed = await runOrThrow(['git', 'ls-files', '-z', '--', ...kinds, ...others], { cwd: repository });
const files = listed.split('\0').filter((file) => file !== '');
const texts = await Promise.all(files.map((file) => readFile(join(repository, file), 'utf8')));
const faults = texts.flatMap((text, index) => stiltedPlaces(text).map((place) => `${files[index]}:${place}`));
for (const fault of faults) console.error(fault);
console.log(`${files.length} files, ${faults.length} phrases that plain English would put otherwise`);
if (faults.length > 0) process.exitCode = 1;

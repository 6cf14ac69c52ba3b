import { checkLinks } from './markdown-links.ts';
import { repository } from './repository.ts';

const { pages, faults } = await checkLinks(repository);
for (const fault of faults) console.error(fault);
console.log(`${pages} pages, links checked`);
if (faults.length > 0) process.exitCode = 1;

import { directionFaults } from './direction.ts';
import { packageRules } from './package-rules.ts';
import { repository } from './repository.ts';

const faults = await directionFaults(repository, packageRules);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${Object.keys(packageRules).length} packages import in the right direction`);

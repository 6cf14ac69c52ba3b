import { dependencyFaults } from './dependencies.ts';
import { repository } from './repository.ts';

const faults = await dependencyFaults(repository);
for (const fault of faults) console.error(`docs/dependencies.md: ${fault}`);
if (faults.length > 0) process.exitCode = 1;

import { repository } from './repository.ts';
import { measureSources } from './sizes.ts';

const report = await measureSources(repository);
const { files, medianBytes, p90Bytes, largest } = report;
for (const fault of report.faults) console.error(fault);
console.log(
  `${files} source files: median ${medianBytes} bytes, 90th percentile ${p90Bytes}, largest ${largest.bytes} (${largest.file})`,
);
if (report.faults.length > 0) process.exitCode = 1;

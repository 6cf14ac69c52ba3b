import type { CheckReport } from './check-report.ts';
import { measureSources } from './sizes.ts';

/** Source files stay short. */
export async function checkSizes(root: string): Promise<CheckReport> {
  const { files, medianBytes, p90Bytes, largest, faults } = await measureSources(root);
  return {
    findings: faults,
    summary: `${files} source files: median ${medianBytes} bytes, 90th percentile ${p90Bytes}, largest ${largest.bytes} (${largest.file})`,
  };
}

import type { CheckReport } from './check-report.ts';
import { dependencyFaults } from './dependencies.ts';

/** Each library that a manifest names has a line in docs/dependencies.md. */
export async function checkDependencies(root: string): Promise<CheckReport> {
  const faults = await dependencyFaults(root);
  return {
    findings: faults.map((fault) => `docs/dependencies.md: ${fault}`),
    summary: 'libraries and their reasons compared',
  };
}

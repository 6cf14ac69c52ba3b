import { packageRules } from '../package-rules.ts';
import type { CheckReport } from './check-report.ts';
import { directionFaults } from './direction.ts';

/** Packages import each other in one direction only. */
export async function checkDirection(root: string): Promise<CheckReport> {
  return {
    findings: await directionFaults(root, packageRules),
    summary: `${Object.keys(packageRules).length} packages and what they import`,
  };
}

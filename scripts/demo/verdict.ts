import { describeDifferences } from './compare.ts';
import { totalOf } from './report.ts';
import type { DemoResult } from './run-demo.ts';

/** The most that a run of the demo may take from the hourly quota. */
const mostUnits = 25;

/** What is wrong with a run, a sentence each; none when all is well. */
export function faultsOf({ differences, lines, costUnits }: DemoResult): string[] {
  const reported = totalOf(lines).costUnits;
  return [
    ...(differences.length > 0
      ? [
          `the copy differs from the shop in ${places(differences.length)}\n${describeDifferences(differences)}`,
        ]
      : []),
    ...(costUnits > mostUnits ? [`it cost ${costUnits} quota units, more than ${mostUnits}`] : []),
    ...(costUnits !== reported
      ? [`the fake counted ${costUnits} quota units, the reports say ${reported}`]
      : []),
  ];
}

const places = (count: number) => (count === 1 ? '1 place' : `${count} places`);

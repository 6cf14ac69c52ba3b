import { parseArgs } from 'node:util';

import { temporaryFolder } from '@erply-kit/tooling';

import { cleanLines } from '../clean-lines.ts';
import { describeDifferences } from '../demo/compare.ts';
import { runLargeShop } from './run-large-shop.ts';
import { stepHead, stepLine } from './step-table.ts';

/*
 * Both apps end to end at a shop of 100,000 products and as many customers: full, after changes, and every row compared
 * each time. Part of
 * `.ci/run`, not of `pnpm test`, which has the same with fewer products.
 */

const usage = 'Usage: pnpm large-shop [--products N] [--customers N]   (default 100000 each, at least 5000)';

function countOf(option: 'products' | 'customers', text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 5000 && count <= 1_000_000) return count;
  throw new TypeError(`--${option} ${text}: give a whole number from 5000 to 1000000\n${usage}`);
}

async function main(): Promise<number> {
  const count = { type: 'string', default: '100000' } as const;
  const { values } = parseArgs({ options: { products: count, customers: count } });
  const [products, customers] = [
    countOf('products', values.products),
    countOf('customers', values.customers),
  ];
  await using folder = await temporaryFolder('large-shop');
  console.log(
    `A shop of ${products.toLocaleString('en')} products and ${customers.toLocaleString('en')} customers\n\n${stepHead}`,
  );
  const result = await runLargeShop({
    folder: folder.path,
    products,
    customers,
    nowMs: () => performance.now(),
    onStep: (step) => console.log(stepLine(step)),
  });
  const { differences, reportedUnits, countedUnits } = result;
  if (differences.length > 0) {
    console.error(`\n${differences.length} differences\n${describeDifferences(differences)}`);
    return 1;
  }
  if (reportedUnits !== countedUnits) {
    console.error(`\nthe fake counted ${countedUnits} quota units, the reports say ${reportedUnits}`);
    return 1;
  }
  console.log(`\nNo difference; ${countedUnits} quota units, as the reports say.`);
  return 0;
}

// So that neither the fake nor the folder stays behind.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(cleanLines(error instanceof TypeError ? error.message : (error.stack ?? error.message)));
    process.exitCode = error instanceof TypeError ? 2 : 1;
  },
);

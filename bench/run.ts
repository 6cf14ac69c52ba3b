import { parseArgs } from 'node:util';

import { accountStates } from './account-states.ts';
import { accounts } from './accounts.ts';
import { defaultRounds, roundsOf, runAgainst } from './against/run-against.ts';
import type { Bench, BenchContext, Figure } from './bench.ts';
import { bulk } from './bulk.ts';
import { clientRead } from './client-read.ts';
import { coldStart } from './cold-start.ts';
import { fullCrawl } from './crawl.ts';
import { documents } from './documents.ts';
import { stockFeed } from './feed.ts';
import { finding } from './finding.ts';
import { freshness } from './freshness.ts';
import { fullImport } from './import.ts';
import { importMemory } from './import-memory.ts';
import { importCost } from './imports.ts';
import { type InstalledPackages, installPackages } from './installed-packages.ts';
import { journal } from './journal.ts';
import { lists } from './lists.ts';
import { machine } from './machine.ts';
import { peers } from './peers.ts';
import { formatTable } from './print-table.ts';
import { SkippedBench } from './skipped-bench.ts';
import { testClients } from './test-clients.ts';
import { throughput } from './throughput.ts';
import { wire } from './wire.ts';

const benches: readonly Bench[] = [
  coldStart,
  throughput,
  journal,
  accounts,
  accountStates,
  testClients,
  finding,
  lists,
  documents,
  fullCrawl,
  wire,
  bulk,
  importCost,
  clientRead,
  fullImport,
  importMemory,
  stockFeed,
  freshness,
  peers,
];

const help = `Usage: pnpm bench [name…] [--json] [--assert]
       pnpm bench [name…] --against COMMIT [--rounds N] [--json]

Every figure stands beside a floor that the same run measured in turns with it; medians are shown.

${benches.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`).join('\n')}

  --json       figures as JSON on stdout instead of the table
  --assert     exit code 1 also when a bar is missed
  --against COMMIT
               compares the working tree with a commit: both are packed and installed, and measured in turns by the
               benches of the working tree. Shown is the median of the ratios of all rounds (above 1: better here) and
               its interval of 95 %. Exit code 1 when the whole interval of a figure lies below 0.95, or when something
               had to be left out; peers has nothing to compare
  --rounds N   of --against; ${defaultRounds} where nothing is said, at least 6
  --help       this text
`;

interface Results {
  readonly figures: readonly Figure[];
  /** Names of the benches that could not run. */
  readonly failed: readonly string[];
}

const say = (line: string) => process.stderr.write(`${line}\n`);

async function runBenches(chosen: readonly Bench[], context: BenchContext): Promise<Results> {
  const figures: Figure[] = [];
  const failed: string[] = [];
  for (const bench of chosen) {
    const startedAt = performance.now();
    try {
      figures.push(...(await bench.run(context)));
      say(`${bench.name}: done in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (error instanceof SkippedBench) {
        say(`${bench.name}: left out: ${reason}`);
        continue;
      }
      failed.push(bench.name);
      say(`${bench.name}: could not run: ${reason}`);
    }
  }
  return { figures, failed };
}

/** The benches that were named, in the order of the list; all when none was. */
function choose(names: readonly string[]): readonly Bench[] {
  const unknown = names.find((name) => !benches.some((bench) => bench.name === name));
  if (unknown !== undefined) {
    throw new TypeError(
      `there is no bench "${unknown}", only ${benches.map((bench) => bench.name).join(', ')}`,
    );
  }
  return names.length === 0 ? benches : benches.filter((bench) => names.includes(bench.name));
}

function print({ figures, failed }: Results, asJson: boolean): void {
  const { cores, processor, node, load } = machine();
  if (asJson) {
    process.stdout.write(`${JSON.stringify({ machine: machine(), figures, failed }, null, 2)}\n`);
    return;
  }
  process.stdout.write(`\n${formatTable(figures)}\n\n${cores} × ${processor}, Node ${node}, load ${load}\n`);
}

/** Those that have two sides. Throws `TypeError` when one without was asked for by name. */
function comparable(chosen: readonly Bench[], named: readonly string[]): readonly Bench[] {
  const without = chosen.find((bench) => bench.parts === undefined && named.includes(bench.name));
  if (without !== undefined)
    throw new TypeError(`${without.name} cannot be compared with a commit; leave it out`);
  return chosen.filter((bench) => bench.parts !== undefined);
}

const options = {
  json: { type: 'boolean' },
  assert: { type: 'boolean' },
  against: { type: 'string' },
  rounds: { type: 'string' },
  help: { type: 'boolean' },
} as const;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const chosen = choose(positionals);
  const asJson = values.json ?? false;
  if (values.against === undefined) {
    if (values.rounds !== undefined) throw new TypeError('--rounds belongs to --against');
    return await measure(chosen, asJson, values.assert ?? false);
  }
  if (values.assert) throw new TypeError('--assert is about bars, which --against does not look at');
  const rounds = roundsOf(values.rounds);
  const benches = comparable(chosen, positionals);
  return await runAgainst({ benches, commit: values.against, rounds, asJson, say, machine });
}

/** Runs benches of the working tree. Answers the exit code. */
async function measure(chosen: readonly Bench[], asJson: boolean, isAssert: boolean): Promise<number> {
  let installation: Promise<InstalledPackages> | undefined;
  const installed = () => {
    if (installation === undefined) {
      say('building the packages and installing them with npm');
      installation = installPackages();
    }
    return installation;
  };
  try {
    const results = await runBenches(chosen, { installed });
    print(results, asJson);
    const isMissed = results.figures.some((figure) => figure.isMet === false);
    return results.failed.length > 0 || (isAssert && isMissed) ? 1 : 0;
  } finally {
    await installation?.then((packages) => packages[Symbol.dispose]()).catch(() => undefined);
  }
}

// What runs and lies about is taken away at `exit`, which a signal alone does not bring.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

try {
  process.exitCode = await main();
} catch (error) {
  say(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = error instanceof TypeError ? 2 : 1;
}

import { modules } from '@erply-kit/schemas';

import { switches } from '../config/switches.ts';
import { environmentOf } from './environment.ts';
import { envFlags, environmentName, type Flag, flags, runFlags } from './flags.ts';
import type { Subcommand } from './read-options.ts';

const columnWidth = 28;
const lineWidth = 100;

/** A name and what it means, which may take several lines. A name that fills its column has a line of its own. */
function entry(name: string, text: string): string {
  const lines = name.length < columnWidth ? [''] : ['', ''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length + columnWidth > lineWidth) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line, index) => `  ${(index === 0 ? name : '').padEnd(columnWidth)}${line}`).join('\n');
}

type Switch = (typeof switches)[keyof typeof switches];

function valuesOf(definition: Switch): string {
  if ('values' in definition) return definition.values.join(' | ');
  if ('pattern' in definition) return 'form' in definition ? definition.form : 'in this form';
  return typeof definition.default === 'number' ? 'any number' : 'any text';
}

const optionLines = (flags: readonly Flag[]) =>
  flags
    .map((flag) => entry(`--${flag.name}${flag.value === undefined ? '' : ` ${flag.value}`}`, flag.help))
    .join('\n');

/** The settings fill a page, which stands once. */
const seeMainHelp = 'Settings for --set, and names of options in the environment: see erply-mock --help.';

const variableNames = Object.keys(environmentOf({ url: '', clientCode: '' })).join(', ');

const runHelp = () => `erply-mock run: runs a command with a fake Erply of its own.

Usage: erply-mock run [options] -- COMMAND [ARGUMENTS]

Starts a fake on a free port, runs the command once it can answer, and ends it with the command. The command has the
input and output, and its exit code is that of erply-mock: 128 and the number of a signal that ended it, 127 where it was
not found. It runs without a shell. SIGINT, SIGTERM and SIGHUP are passed on; a second one kills it, and so do
ten seconds. Away from a terminal, what it leaves running is ended too.

It finds the fake by ${variableNames}.

Options
${optionLines(runFlags)}
${entry('--help', 'print this')}

${seeMainHelp}

Examples
  erply-mock run -- npm test
  erply-mock run --products 50 --client-code shop -- sh -c 'echo "$ERPLY_API_URL" && pytest'
`;

const envHelp = () => `erply-mock env: prints the lines by which a shell finds a fake that runs already.

Usage: erply-mock env [options]

Sets ${variableNames}.

Options
${optionLines(envFlags)}
${entry('--help', 'print this')}

Examples
  eval "$(erply-mock env)"
  erply-mock env --url http://127.0.0.1:8090 --client-code shop --shell github >> "$GITHUB_ENV"
`;

const helpOf: Readonly<Record<Subcommand, () => string>> = { '': startHelp, run: runHelp, env: envHelp };

/** What `erply-mock --help` prints, and `erply-mock run --help`. */
export const helpText = (of: Subcommand = ''): string => helpOf[of]();

function startHelp(): string {
  const named = Object.entries(switches).map(([name, definition]) =>
    entry(name, `${definition.about} (default ${definition.default}; ${valuesOf(definition)})`),
  );
  const ofModules = Object.entries(modules).map(([name, about]) => entry(`modules.${name}`, about));
  return `erply-mock: a fake Erply for tests and development. Not affiliated with Erply.

Usage: erply-mock [options]
       erply-mock run [options] -- COMMAND    runs a command with a fake of its own; see run --help
       erply-mock env [options]               prints what a shell finds a fake by; see env --help

Prints its base URL when it can answer. The classic API is at URL/api/, any client code works;
user "demo", password "demouser". The control API is below URL/_mock.

Options
${optionLines(flags)}
${entry('--help', 'print this')}
${entry('--version', 'print the version')}

Each option can stand in the environment, too: ${environmentName({ name: 'port', type: 'number', help: '' })}=8090 … Options on the command line win.

Settings for --set: where sources about Erply disagree
${named.join('\n')}

Settings for --set: what an account has
${entry('maintenance', 'every call is answered with 1000 (default off; on | off)')}
${ofModules.join('\n')}
${entry('modules.CALL', 'a call that the account may make, as modules.getSuppliers (all default on; on | off)')}

Examples
  erply-mock --port 0 --products 5000
  erply-mock --now 2026-01-01T00:00:00Z --frozen --set pageTooLarge=1016
`;
}

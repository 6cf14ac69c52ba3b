import { modules } from '@erply-kit/schemas';

import { switches } from '../config/switches.ts';
import { environmentName, flags } from './flags.ts';

const columnWidth = 28;
const lineWidth = 100;

/** A name and what it means, which may take several lines. */
function entry(name: string, text: string): string {
  const lines = [''];
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

/** What `erply-mock --help` prints. */
export function helpText(): string {
  const options = flags.map((flag) =>
    entry(`--${flag.name}${flag.value === undefined ? '' : ` ${flag.value}`}`, flag.help),
  );
  const named = Object.entries(switches).map(([name, definition]) =>
    entry(name, `${definition.about} (default ${definition.default}; ${valuesOf(definition)})`),
  );
  const ofModules = Object.entries(modules).map(([name, about]) => entry(`modules.${name}`, about));
  return `erply-mock: a fake Erply for tests and development. Not affiliated with Erply.

Usage: erply-mock [options]

Prints its base URL when it can answer. The classic API is at URL/api/, any client code works;
user "demo", password "demouser". The control API is below URL/_mock.

Options
${options.join('\n')}
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

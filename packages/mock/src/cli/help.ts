import { switches } from '../account/switches.ts';
import { environmentName, flags } from './flags.ts';

const column = (text: string) => text.padEnd(26);

/** What `erply-mock --help` prints. */
export function helpText(): string {
  const options = flags.map(
    (flag) => `  ${column(`--${flag.name}${flag.value === undefined ? '' : ` ${flag.value}`}`)}${flag.help}`,
  );
  const named = Object.entries(switches).map(([name, definition]) => {
    const free = typeof definition.default === 'number' ? 'any number' : 'any text';
    const values = 'values' in definition ? definition.values.join(' | ') : free;
    return `  ${column(name)}${definition.about}\n  ${column('')}(default ${definition.default}; ${values})`;
  });
  return `erply-mock: a fake Erply for tests and development. Not affiliated with Erply.

Usage: erply-mock [options]

Prints its base URL when it can answer. The classic API is at URL/api/, any client code works;
user "demo", password "demouser". The control API is below URL/_mock.

Options
${options.join('\n')}
  ${column('--help')}print this
  ${column('--version')}print the version

Each option can stand in the environment, too: ${environmentName({ name: 'port', type: 'number', help: '' })}=8090 … Options on the command line win.

Switches for --set
${named.join('\n')}

Examples
  erply-mock --port 0 --products 5000
  erply-mock --now 2026-01-01T00:00:00Z --frozen --set pageTooLarge=1016
`;
}

import type { Variables } from './environment.ts';

type Line = (name: string, value: string) => string;

const inQuotes = (value: string, quote: string) => `'${value.replaceAll("'", quote)}'`;
const assignment: Line = (name, value) => `${name}=${value}`;

const lineOf = {
  sh: (name, value) => `export ${name}=${inQuotes(value, "'\\''")}`,
  fish: (name, value) => `set -gx ${name} ${inQuotes(value.replaceAll('\\', '\\\\'), "\\'")}`,
  powershell: (name, value) => `$Env:${name} = ${inQuotes(value, "''")}`,
  // Files that programs read: .env, and the one that GITHUB_ENV names.
  dotenv: assignment,
  github: assignment,
} as const satisfies Readonly<Record<string, Line>>;

export type ShellName = keyof typeof lineOf;

/** Whose lines `erply-mock env` can write. */
export const shells = Object.keys(lineOf) as readonly ShellName[];

/** Lines that set the variables. */
export function shellLines(shell: ShellName, variables: Variables): string {
  return Object.entries(variables)
    .map(([name, value]) => `${lineOf[shell](name, value)}\n`)
    .join('');
}

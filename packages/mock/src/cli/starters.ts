import type { Ancestor } from './ancestors.ts';

/** The command lines of npm, npx and their kin: `npm exec …`, `pnpm run …`, `node /usr/bin/npx …`. */
const runner = /^(\S*\/)?(node (\S*\/)?)?(npm|npx|pnpm|pnpx|yarn|bunx?)((-\S+)?\.c?js)?( |$)/;

/** A shell that runs one text, which is how they start a command. */
const shell = /^(?:\S*\/)?\w*sh -c (.*)$/s;

/** An `&` that puts a command in the background, not one of `&&`, `2>&1` or `&>`. */
const background = /(^|[^&>])&(?![&>])/;

/**
 * The processes that a command was started through, from its parent to the outermost npm, npx or pnpm: with any of them
 * gone, nobody is left who could end the command. None where the command was to outlive them: in a session of its own
 * (setsid), or put in the background by a script. Takes the command itself first, as `ownAncestors` gives it.
 */
export function startersIn([own, ...above]: readonly Ancestor[]): readonly number[] {
  const chain: number[] = [];
  let length = 0;
  for (const { pid, command, session } of above) {
    if (session !== own?.session) break;
    const script = shell.exec(command)?.[1];
    const isRunner = runner.test(command);
    if (!isRunner && (script === undefined || background.test(script))) break;
    chain.push(pid);
    if (isRunner) length = chain.length;
  }
  return chain.slice(0, length);
}

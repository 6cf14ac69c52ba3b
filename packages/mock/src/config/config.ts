import { calls, closest, type ModuleName, modules } from '@erply-kit/schemas';

import { changeSwitches, defaultSwitches, SwitchError, type Switches, type SwitchName } from './switches.ts';

/** How an account is set up. */
export interface Config {
  /** Every call is answered with 1000. */
  readonly maintenance: boolean;
  /** Modules that the account does not have, and calls that its plan leaves out. */
  readonly disabled: ReadonlySet<string>;
  readonly switches: Switches;
}

/** What of a setup changes. */
export interface ConfigChange {
  readonly maintenance?: boolean | undefined;
  /** Modules by name, and calls by theirs: `false` takes them away. */
  readonly modules?: Readonly<Record<string, boolean>> | undefined;
  readonly set?: Settings | undefined;
}

/** Settings as `--set` takes them: switches, `maintenance` and `modules.NAME`. */
export type Settings = Readonly<
  Partial<Record<SwitchName | 'maintenance' | `modules.${string}`, string | number | boolean>>
>;

export const defaultConfig: Config = {
  maintenance: false,
  disabled: new Set(),
  switches: defaultSwitches,
};

const isModule = (name: string): name is ModuleName => Object.hasOwn(modules, name);

function checkModule(name: string): void {
  if (isModule(name) || Object.hasOwn(calls, name)) return;
  const known = Object.keys(modules);
  const similar = closest(name, [...known, ...Object.keys(calls)]);
  const hint = similar === undefined ? '' : `, did you mean ${similar}`;
  throw new SwitchError(
    `no module or call "${name.slice(0, 64)}"${hint}; the modules are ${known.join(', ')}`,
  );
}

function readYesNo(name: string, value: unknown): boolean {
  if ([true, 'true', 'on', 'yes', '1'].includes(value as never)) return true;
  if ([false, 'false', 'off', 'no', '0'].includes(value as never)) return false;
  throw new SwitchError(`${name}: on or off`);
}

function changedModules(
  disabled: ReadonlySet<string>,
  changes: Readonly<Record<string, unknown>>,
): ReadonlySet<string> {
  const changed = new Set(disabled);
  for (const [name, isThere] of Object.entries(changes)) {
    checkModule(name);
    if (readYesNo(`modules.${name}`, isThere)) changed.delete(name);
    else changed.add(name);
  }
  return changed;
}

const modulePrefix = 'modules.';

/**
 * A setup with some of it changed.
 * @throws SwitchError naming an unknown setting or value.
 */
export function changeConfig(current: Config, change: ConfigChange): Config {
  const set = Object.entries(change.set ?? {});
  const ofModules = set.filter(([name]) => name.startsWith(modulePrefix));
  const named = Object.fromEntries(
    ofModules.map(([name, value]) => [name.slice(modulePrefix.length), value]),
  );
  const { maintenance } = change.set ?? {};
  const isDown = maintenance === undefined ? current.maintenance : readYesNo('maintenance', maintenance);
  const others = set.filter(([name]) => name !== 'maintenance' && !name.startsWith(modulePrefix));
  return {
    maintenance: change.maintenance ?? isDown,
    disabled: changedModules(current.disabled, { ...named, ...change.modules }),
    switches: changeSwitches(current.switches, Object.fromEntries(others)),
  };
}

/** Every module, and the calls that the account does not have. */
export function modulesOf(config: Config): Readonly<Record<string, boolean>> {
  const names = [...Object.keys(modules), ...[...config.disabled].filter((name) => !isModule(name))];
  return Object.fromEntries(names.map((name) => [name, !config.disabled.has(name)]));
}

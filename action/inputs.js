/** An input that cannot be used; its message is for the person who wrote the workflow. */
export class InputError extends Error {}

/** What a workflow asks for.
 * @typedef {object} Inputs
 * @property {string} version
 * @property {string} path
 * @property {readonly string[]} args of `erply-mock`
 * @property {boolean} exportEnv
 * @property {number} timeoutMs
 */

/** Inputs that are options of `erply-mock`, which says itself what is wrong with a value. */
const optionNames = ['seed', 'dataset', 'products', 'customers', 'quota'];

/**
 * An input as the runner passes it on.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 */
export const inputNamed = (env, name) => env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';

/**
 * Reads the inputs of a step.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Inputs}
 * @throws {InputError} naming the input and what it needs
 */
export function readInputs(env) {
  const version = inputNamed(env, 'version') || 'latest';
  // npm would also take a folder, an address or another package from here.
  if (!/^[\w.^~+-]+$/.test(version))
    throw new InputError(
      'version needs a version, a range or a tag of @erply-kit/mock, such as 1.2.3 or latest',
    );
  const exportEnv = inputNamed(env, 'export-env') || 'true';
  if (!['true', 'false'].includes(exportEnv)) throw new InputError('export-env needs true or false');
  const seconds = inputNamed(env, 'timeout-seconds') || '60';
  if (!/^[1-9]\d{0,3}$/.test(seconds))
    throw new InputError('timeout-seconds needs a whole number from 1 to 9999');
  const named = optionNames.map((name) => [name, inputNamed(env, name)]).filter(([, value]) => value !== '');
  return {
    version,
    path: inputNamed(env, 'path'),
    // Whatever stands in a value, it stays one argument, and the value of this option.
    args: [...named.map(([name, value]) => `--${name}=${value}`), ...readOptionLines(env)],
    exportEnv: exportEnv === 'true',
    timeoutMs: Number(seconds) * 1000,
  };
}

/**
 * Each line is one option: a name, and after a space or "=" its value, whatever that holds.
 * @param {NodeJS.ProcessEnv} env
 */
function readOptionLines(env) {
  const lines = inputNamed(env, 'options').split(/\r?\n/);
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, name, value] = /^(--[a-z][a-z-]*)(?:[\s=]\s*(.*))?$/.exec(line) ?? [];
      if (name === undefined)
        throw new InputError('options needs one option on each line, such as "--quota 100"');
      return value === undefined ? name : `${name}=${value}`;
    });
}

/**
 * The value that a fake started by this step has for an option: the last one wins, and the environment comes after all.
 * @param {readonly string[]} args
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 */
export function optionValue(args, name, env) {
  const given = args.findLast((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  return given ?? env[`ERPLY_MOCK_${name.toUpperCase().replaceAll('-', '_')}`] ?? '';
}

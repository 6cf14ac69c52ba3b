/*
 * The first file to run, also on a Node that is too old for all others: it imports nothing, and has no newer syntax
 * than that of 2020.
 */

/** The oldest Node that the packages run on; `engines` of every published package says the same. */
const oldestNode = '22.19';

/** What a runtime says of its versions, as far as it is asked here. */
interface Runtime {
  readonly versions?: Readonly<Record<string, string | undefined>>;
}

/**
 * Says that this Node is too old, in one sentence with the fix. `undefined` when it is not, and where this is not a Node:
 * Bun, Deno and workers have a `process.versions.node` too, of a Node that they are like.
 */
export function unsupportedNode(
  runtime: Runtime | undefined = globalThis.process,
  oldest = oldestNode,
): string | undefined {
  const versions = runtime?.versions ?? {};
  const { node } = versions;
  if (node === undefined || !isNode(versions) || !isOlder(node, oldest)) return undefined;
  return `Node ${node} is too old: Node ${oldest} or newer is needed`;
}

/** Bun and Deno name themselves; workers do not have libuv. */
function isNode(versions: Readonly<Record<string, string | undefined>>): boolean {
  return versions.bun === undefined && versions.deno === undefined && versions.uv !== undefined;
}

function isOlder(version: string, oldest: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest.split('.').map(Number);
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

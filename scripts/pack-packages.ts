import { pnpm, repository, runOrThrow } from '@erply-kit/tooling';

import { packageRules, publishedPackages } from './package-rules.ts';
import { turbo } from './turbo.ts';

/** A package as it would go to npm. */
export interface PackedPackage {
  /** The short name: `client` for `@erply-kit/client`. */
  readonly name: string;
  /** Where the tarball is. */
  readonly tarball: string;
}

/** Builds the published packages and packs them into a folder, lowest first. */
export async function packPackages(into: string): Promise<PackedPackage[]> {
  const build = await turbo('build');
  if (build.code !== 0) throw new Error(`the build failed\n${build.output}`);
  const filters = publishedPackages.flatMap((name) => ['--filter', `./${packageRules[name]?.folder}`]);
  const pack = pnpm('--recursive', ...filters, 'pack', '--pack-destination', into, '--json');
  const packed = packedFrom(await runOrThrow(pack, { cwd: repository }));
  return publishedPackages.map((name) => {
    const tarball = packed.get(`@erply-kit/${name}`);
    if (!tarball) throw new Error(`pnpm packed no tarball of @erply-kit/${name}`);
    return { name, tarball };
  });
}

/** Tarballs by package name. Whatever pnpm says before its JSON is skipped. */
function packedFrom(output: string): Map<string, string> {
  const list: { name: string; filename: string }[] = JSON.parse(output.slice(output.indexOf('[\n')));
  return new Map(list.map((one) => [one.name, one.filename]));
}

interface Manifest {
  readonly repository?: { readonly url?: string; readonly directory?: string } | string;
  readonly bugs?: { readonly url?: string } | string;
  readonly homepage?: string;
}

/**
 * What a packed manifest says of its origin that `repository` of the root does not: pnpm writes all three fields from that
 * one line (`.pnpmfile.cjs`), and without the line none may be there.
 */
export function originFaults(packed: Manifest, repository: string | undefined, directory: string): string[] {
  if (repository !== undefined && !/^https:\/\/[^\s/]+\/[^\s]+(?<!\/|\.git)$/.test(repository))
    return [`repository of the root is ${repository}, which is not https://HOST/OWNER/NAME`];
  const named = repository === undefined ? {} : originOf(repository, directory);
  return (['repository', 'bugs', 'homepage'] as const)
    .filter((field) => JSON.stringify(packed[field]) !== JSON.stringify(named[field]))
    .map((field) => `${field} is ${JSON.stringify(packed[field])}, not ${JSON.stringify(named[field])}`);
}

function originOf(repository: string, directory: string): Manifest {
  return {
    repository: { type: 'git', url: `git+${repository}.git`, directory } as Manifest['repository'] & object,
    bugs: { url: `${repository}/issues` },
    homepage: `${repository}/tree/HEAD/${directory}#readme`,
  };
}

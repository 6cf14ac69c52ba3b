/** What one package of the workspace may import of ours. */
export interface PackageRule {
  /** Where it is, from the root of the repository. */
  readonly folder: string;
  /** The packages that its product code may import: the arrows of the layout, and they only go down. */
  readonly may: readonly string[];
  /** The packages that its tests and its demo may import on top of that. */
  readonly inTests: readonly string[];
  /**
   * Folders of its `src`, the lowest first: what lies in one imports nothing of those after it. Files beside the folders
   * put them together and may import all.
   */
  readonly layers?: readonly string[];
}

const own = ['schemas', 'fixtures', 'mock', 'client', 'sync'];

/** Every package of the workspace by its short name. One that is not listed here fails the check. */
export const packageRules: Readonly<Record<string, PackageRule>> = {
  tooling: { folder: 'tooling', may: [], inTests: [] },
  schemas: { folder: 'packages/schemas', may: [], inTests: ['tooling'] },
  fixtures: { folder: 'fixtures', may: ['schemas'], inTests: ['tooling'] },
  mock: {
    folder: 'packages/mock',
    may: ['schemas', 'fixtures'],
    inTests: ['tooling'],
    layers: [
      'config',
      'wire',
      'store',
      'query',
      'reports',
      'faults',
      'account',
      'state-file',
      'generic',
      'entities',
      'own-data',
      'living-shop',
      'request',
      'repro',
      'control',
      'tls',
      'cli',
      'testing',
    ],
  },
  client: { folder: 'packages/client', may: ['schemas'], inTests: ['mock', 'tooling'] },
  sync: { folder: 'packages/sync', may: ['schemas', 'client'], inTests: ['mock', 'tooling'] },
  'command-line': { folder: 'packages/command-line', may: ['schemas', 'client'], inTests: ['tooling'] },
  importer: {
    folder: 'apps/importer',
    may: ['schemas', 'client', 'sync', 'command-line'],
    inTests: ['fixtures', 'mock', 'tooling'],
  },
  'stock-feed': {
    folder: 'apps/stock-feed',
    may: ['schemas', 'client', 'sync', 'command-line'],
    inTests: ['mock', 'tooling'],
  },
  examples: { folder: 'examples', may: ['schemas', 'client'], inTests: ['mock', 'tooling'] },
  bench: { folder: 'bench', may: [...own, 'tooling'], inTests: [] },
  scripts: { folder: 'scripts', may: [...own, 'tooling'], inTests: [] },
};

/** Packages that are programs only, with all that they need inside. */
export const programs: readonly string[] = ['importer', 'stock-feed'];

/** The packages that go to npm, lowest first. */
export const publishedPackages = [
  'schemas',
  'fixtures',
  'mock',
  'client',
  'sync',
  'importer',
  'stock-feed',
] as const;

import { defineConfig } from 'vitest/config';

/** How many times more cases the property and crash tests run; see `pnpm test:deep`. */
const propertyScale = Number(process.env.PROPERTY_SCALE ?? 1);

const projects = {
  schemas: 'packages/schemas',
  client: 'packages/client',
  sync: 'packages/sync',
  mock: 'packages/mock',
  fixtures: 'fixtures',
  importer: 'apps/importer',
  'stock-feed': 'apps/stock-feed',
  bench: 'bench',
};

const shared = {
  testTimeout: 30_000 * Math.max(1, propertyScale),
  hookTimeout: 30_000,
  pool: 'threads',
} as const;

export default defineConfig({
  test: {
    projects: [
      ...Object.entries(projects).map(([name, root]) => ({
        root,
        test: { ...shared, name, include: ['src/**/*.test.ts', 'test/**/*.test.ts'] },
      })),
      { test: { ...shared, name: 'scripts', include: ['scripts/**/*.test.ts'] } },
    ],
  },
});

import { test } from 'vitest';

import { openSchema } from '../postgres/postgres-server.ts';
import { exportStory } from './export-story.ts';

test('DuckDB reads from the files what PostgreSQL holds: rows, nulls, texts, money to the cent', async () => {
  await using schema = await openSchema();
  // More than one page.
  await exportStory(schema.url, { microUnits: 'sum(round(price * 1000000))', products: 1010 });
});

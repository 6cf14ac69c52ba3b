import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';
import { propertyScale } from '@erply-kit/tooling/property';

import { auditStory } from '../audit-story.ts';
import { openSchema } from './postgres-server.ts';

/** The count that is promised, in `pnpm test:deep`. */
const products = propertyScale > 1 ? 100_000 : 600;

test(`50 of 50 differences in ${products} products are found and mended, in PostgreSQL`, async () => {
  await using erply = await startMock({ products, now: '2026-03-02T10:00:00Z', frozen: true });
  await using schema = await openSchema();
  const here = (text: string) => text.replace(/\bproducts\b/g, `"${schema.name}".products`);
  const costUnits = await auditStory(
    erply,
    {
      url: schema.url,
      changedRecord: `jsonb_set(record, '{longdesc}', '"injected"')`,
      exec: async (text) => void (await schema.query(here(text))),
      async readProducts() {
        const rows = await schema.query(here('select * from products where deleted_at is null order by id'));
        return JSON.stringify(rows);
      },
    },
    products,
  );
  expect(costUnits).toBeLessThanOrEqual(12);
});

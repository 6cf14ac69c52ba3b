import { readFile } from 'node:fs/promises';

import { expect, it } from 'vitest';

import { startMock } from '../src/index.ts';

/** The requests with a body that a page shows for curl: what stands behind `URL`, and the body. */
async function curlExamples(page: string): Promise<readonly (readonly [path: string, body: string])[]> {
  const text = await readFile(new URL(page, import.meta.url), 'utf8');
  const pattern = /^curl -H 'Content-Type: application\/json' URL(\S+) -d '([^']*)'$/gm;
  const examples = [...text.matchAll(pattern)].map(([, path = '', body = '']) => [path, body] as const);
  expect(examples).toHaveLength(text.match(/^curl .* -d/gm)?.length ?? 0);
  return examples;
}

it('shows requests that work', async () => {
  await using erply = await startMock();
  const examples = await curlExamples('../../../docs/mock.md');
  expect(examples.length).toBeGreaterThan(0);
  for (const [path, body] of examples) {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${erply.url}${path}`, { method: 'POST', headers, body });
    expect([response.ok, await response.json()], path).toEqual([true, expect.any(Object)]);
  }
  const login = { clientCode: '100001', request: 'verifyUser', username: 'reader', password: 'reader' };
  const answer = await fetch(`${erply.url}/api/`, { method: 'POST', body: new URLSearchParams(login) });
  expect(await answer.json()).toMatchObject({ status: { errorCode: 0 }, records: [{ userName: 'reader' }] });
});

import { createMock } from '@erply-kit/mock';

import { makeRequest, type Random, type SeenValues } from './make-request.ts';
import { type Exchange, now, openFake, type Recording, type Start } from './recording.ts';

const mostValues = 50;

/** Keeps the values of all fields of an answer, by their names. */
function keepValues(seen: SeenValues, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, field] of Object.entries(value)) {
    if (typeof field === 'object') keepValues(seen, field);
    else if (!Array.isArray(value) && field !== '' && String(field).length < 200) {
      const values = seen.get(name) ?? [];
      seen.set(name, values);
      if (values.length < mostValues) values.push(String(field));
    }
  }
}

function harvest(seen: SeenValues, answer: string): void {
  const line = answer.split('\n').find((text) => text.startsWith('{'));
  if (line === undefined) return;
  try {
    keepValues(seen, (JSON.parse(line) as { records?: unknown }).records);
  } catch {
    // Erply's own texts can break its JSON; the next answer has values, too.
  }
}

/** Asks the fake of the working tree so many seeded requests, and keeps what came back. */
export async function record(start: Start, count: number, random: Random): Promise<Recording> {
  const ask = await openFake(createMock as never, start);
  const seen: SeenValues = new Map();
  const exchanges: Exchange[] = [];
  while (exchanges.length < count) {
    const fields = makeRequest({ random, seen, now });
    const answer = await ask(fields);
    harvest(seen, answer);
    exchanges.push({ fields, answer });
  }
  return { start, exchanges };
}

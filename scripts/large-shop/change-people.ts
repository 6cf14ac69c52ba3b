import type { Fake } from '../demo/start-fake.ts';

/** The first customer of the demo shop has this ID; then they are numbered. */
const firstID = 1001;
const changes = 300;

/** Lets people come, move and go, all over the shop: 300 of each. Says how many changes that were. */
export async function changePeople(fake: Fake, customers: number): Promise<number> {
  const stride = Math.floor(customers / changes);
  for (let number = 1; number < changes; number += 1) {
    const id = firstID + number * stride;
    await fake.control('PUT', `/data/customers/${id}`, { notes: `Moved ${number} – “new”` });
    await fake.control('DELETE', `/data/customers/${id + 1}`);
    await fake.control('POST', '/data/customers', { lastName: `Newcomer ${number}`, customerType: 'PERSON' });
    await fake.control('PUT', `/data/addresses/${number * stride}`, { city: `Newtown ${number}` });
  }
  return (changes - 1) * 4;
}

// TypeScript for a bundler: the client and all it needs in one file; the fake stays a package.
import { createClient, isErplyError } from '@erply-kit/client';
import { startMock } from '@erply-kit/mock';

await using erply = await startMock({ seed: 1 });
await using client = createClient({
  clientCode: '100001',
  username: 'demo',
  password: 'wrong',
  url: erply.url,
});
const error: unknown = await client.getWarehouses({}).catch((reason: unknown) => reason);
if (!isErplyError(error)) throw new Error('a wrong password was accepted');
if (error.kind !== 'credentials') throw new Error(`a wrong password is an error of kind ${error.kind}`);

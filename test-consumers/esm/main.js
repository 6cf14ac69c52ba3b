// Plain JavaScript: the fake in this process, asked with nothing but fetch.
import { startMock } from '@erply-kit/mock';

const erply = await startMock({ seed: 1 });
try {
  const response = await fetch(`${erply.url}/api/`, {
    method: 'POST',
    body: new URLSearchParams({
      clientCode: '100001',
      request: 'verifyUser',
      username: 'demo',
      password: 'demouser',
    }),
  });
  const { status, records } = await response.json();
  if (status.responseStatus !== 'ok') throw new Error(`verifyUser answered error ${status.errorCode}`);
  if (!records[0].sessionKey) throw new Error('verifyUser gave no session key');
} finally {
  await erply[Symbol.asyncDispose]();
}

import { Agent, request } from 'node:http';

const demoLogin = 'clientCode=100001&request=verifyUser&username=demo&password=demouser';

const agent = new Agent({ keepAlive: true });

/** Posts a form to the classic API and answers the body. */
export function post(url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = request(`${url}/api/`, { method: 'POST', agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve(Buffer.concat(chunks).toString()));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The parameters of a page of 100 products. */
export const pageRequest = (sessionKey: string) =>
  `clientCode=100001&request=getProducts&sessionKey=${sessionKey}&recordsOnPage=100`;

/** Logs in and answers the session key. */
export async function logIn(url: string): Promise<string> {
  const answer = JSON.parse(await post(url, demoLogin));
  const key: unknown = answer.records?.[0]?.sessionKey;
  if (typeof key !== 'string') throw new Error(`the login was refused with ${answer.status?.errorCode}`);
  return key;
}

/** The text of the first page of 100 products. */
export function readFirstPage(url: string, sessionKey: string): Promise<string> {
  return post(url, `${pageRequest(sessionKey)}&pageNo=1`);
}

/** How many records a page holds; an answer that is an error throws. */
export function recordsOf(text: string): number {
  const { status, records } = JSON.parse(text);
  if (status.errorCode !== 0) throw new Error(`the page was refused with ${status.errorCode}`);
  return records.length;
}

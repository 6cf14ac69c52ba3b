import { Agent, request } from 'node:http';

const demoLogin = 'request=verifyUser&username=demo&password=demouser';

const agent = new Agent({ keepAlive: true });

/** A server that says nothing for so long has failed. */
const silenceMs = 60_000;

/** A request for a page of records; "{page}" in its path or body stands for the number of the page, from 1. */
export interface PageRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** A form. */
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Sends a request for one page and answers what came. */
export function askPage(url: string, wanted: PageRequest, pageNo: number): Promise<Answer> {
  const numbered = (text: string) => text.replace('{page}', String(pageNo));
  const { method, path, body } = wanted;
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = request(`${url}${numbered(path)}`, { method, agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
      answer.on('error', reject);
    });
    sent.setTimeout(silenceMs, () => sent.destroy(new Error(`no answer for ${silenceMs / 1000} s`)));
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : numbered(body));
  });
}

/** Posts a form to the classic API and answers the body. */
export async function post(url: string, body: string): Promise<string> {
  return (await askPage(url, { method: 'POST', path: '/api/', body }, 1)).text;
}

/** A page of products, of 100 where nothing else is said. */
export const pageRequest = (sessionKey: string, recordsOnPage = 100): PageRequest => ({
  method: 'POST',
  path: '/api/',
  body: `clientCode=100001&request=getProducts&sessionKey=${sessionKey}&recordsOnPage=${recordsOnPage}&pageNo={page}`,
});

/** Logs in and answers the session key. */
export async function logIn(url: string, clientCode = 100001): Promise<string> {
  const answer = JSON.parse(await post(url, `clientCode=${clientCode}&${demoLogin}`));
  const key: unknown = answer.records?.[0]?.sessionKey;
  if (typeof key !== 'string') throw new Error(`the login was refused with ${answer.status?.errorCode}`);
  return key;
}

/** The text of the first page of 100 products. */
export async function readFirstPage(url: string, sessionKey: string): Promise<string> {
  return (await askPage(url, pageRequest(sessionKey), 1)).text;
}

/** How many records a page holds; an answer that is an error throws. */
export function recordsOf(text: string): number {
  const { status, records } = JSON.parse(text);
  if (status.errorCode !== 0) throw new Error(`the page was refused with ${status.errorCode}`);
  return records.length;
}

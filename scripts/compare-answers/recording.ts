/** A request, without the session that it is sent with, and all that came back. */
export interface Exchange {
  readonly fields: Readonly<Record<string, string>>;
  readonly answer: string;
}

export const datasets = ['demo', 'empty', 'nasty'] as const;

/** What both sides start with. */
export interface Start {
  readonly dataset: (typeof datasets)[number];
  readonly seed: number;
}

/** The part of a fake that is needed: any version of it has that. */
interface FakeInProcess {
  readonly app: { request(path: string, init?: RequestInit): Response | Promise<Response> };
}

/** Makes the fake of a version. */
export type CreateMock = (options: object) => FakeInProcess;

/** Seconds since 1970 that the clock of the fake shows, which stands still. */
export const now = 1_780_000_000;

const clientCode = '100001';

/** Logs in to a new fake and answers a function that sends requests as that user. */
export async function openFake(createMock: CreateMock, { dataset, seed }: Start) {
  const fake = createMock({
    ...{ dataset, seed, now, frozen: true, quota: 1e9, publicUrl: 'http://127.0.0.1:1' },
    ...(dataset === 'demo' && { products: 300, warehouses: 3 }),
  });
  const post = (fields: Readonly<Record<string, string>>) =>
    fake.app.request('/api/', { method: 'POST', body: new URLSearchParams(fields) });
  const login = await post({ clientCode, request: 'verifyUser', username: 'demo', password: 'demouser' });
  const { records } = (await login.json()) as { records: { sessionKey: string }[] };
  const session = { clientCode, sessionKey: records[0]?.sessionKey ?? '' };
  return async (fields: Readonly<Record<string, string>>): Promise<string> => {
    const response = await post({ ...session, ...fields });
    const body = await response.text();
    return [head(response), body, await reportOf(fake, body)].join('\n');
  };
}

function head(response: Response): string {
  const names = ['content-type', 'erply-mock-note'];
  return [response.status, ...names.map((name) => `${name}: ${response.headers.get(name) ?? '-'}`)].join(
    '\n',
  );
}

/** The CSV file that an answer links to; empty without one. */
async function reportOf({ app }: FakeInProcess, body: string): Promise<string> {
  const path = /"reportLink":"http:\\?\/\\?\/127\.0\.0\.1:1(.*?)"/.exec(body)?.[1]?.replaceAll('\\/', '/');
  if (path === undefined) return '';
  const response = await app.request(path);
  // Their encoding is not UTF-8.
  return `${response.status}\n${Buffer.from(await response.arrayBuffer()).toString('latin1')}`;
}

/** Everything that was asked of a new fake, in order. */
export interface Recording {
  readonly start: Start;
  readonly exchanges: readonly Exchange[];
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { canaryPerson } from '@erply-kit/fixtures';
import { startMock } from '@erply-kit/mock';

import { runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A person in the demo shop whose data must come out nowhere. */
export const canaryID = 1002;

/** What is known of that person, as it is stored. */
export const secrets = [canaryPerson.lastName, canaryPerson.email, canaryPerson.phone, canaryPerson.birthday];

export const peopleLanes = ['--lanes', 'customerGroups,customers,addresses'];

/** A shop with people, and an environment that copies it. */
export async function openPeopleShop(customers = 60) {
  const erply = await startMock({
    products: 5,
    customers,
    documents: 0,
    now: '2026-03-02T10:00:00Z',
    frozen: true,
  });
  const folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  const env = {
    ERPLY_CLIENT_CODE: '100001',
    ERPLY_USERNAME: 'demo',
    ERPLY_PASSWORD: 'demouser',
    ERPLY_API_URL: erply.url,
    DATABASE_URL: `sqlite:${path}`,
  };
  const account = erply.account('100001');
  const credentials = { clientCode: '100001', username: 'demo', password: 'demouser', url: erply.url };
  return {
    ...{ account, credentials, path, folder: folder.path },
    obey: (...args: string[]) => runMain(args, env),
    query(sql: string) {
      using database = new DatabaseSync(path, { readOnly: true });
      return database.prepare(sql).all();
    },
    /** Every file of the database, byte by byte. */
    bytes: () =>
      ['', '-wal', '-shm', '-lock']
        .map((ending) => {
          try {
            return readFileSync(path + ending).toString('latin1');
          } catch {
            return '';
          }
        })
        .join(''),
    async [Symbol.asyncDispose]() {
      folder[Symbol.dispose]();
      await erply.close();
    },
  };
}

/** What bytes say of that person. */
export const foundIn = (bytes: string) =>
  secrets.filter((secret) => bytes.includes(Buffer.from(secret).toString('latin1')));

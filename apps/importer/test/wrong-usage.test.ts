import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { canary, environment, runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

const account = environment('http://127.0.0.1:1');
const secret = `postgres://user:${canary}@db.example/erply`;

const cases: readonly [name: string, args: readonly string[], env: Record<string, string>, line: string][] = [
  [
    'no command',
    [],
    {},
    'say what to do: plan, run, watch, status, doctor, audit, repair, redrive, backup, export, forget',
  ],
  ['an unknown command', ['rnu'], {}, 'there is no command "rnu"; did you mean run?'],
  ['a word too many', ['run', 'products'], {}, 'run takes options only, not "products"'],
  [
    'an unknown option',
    ['run', '--lane', 'products'],
    {},
    'there is no option --lane; did you mean --lanes?',
  ],
  [
    'a sample that is not a number',
    ['audit', '--sample', 'many'],
    {},
    '--sample takes a whole number such as 1000',
  ],
  [
    'a sample of all rows',
    ['audit', '--full', '--sample', '10'],
    {},
    '--full looks at all rows; leave out --sample and --seed',
  ],
  ['values of a run that is not dry', ['run', '--values'], {}, '--values is about a dry run; add --dry-run'],
  [
    'a dry run with another choice of columns',
    ['run', '--dry-run', '--lanes', 'customers', '--customer-fields', 'email'],
    {},
    '--dry-run does not show what another choice of columns erases; leave one of them out',
  ],
  ['a backup without its file', ['backup'], {}, 'say which file to write: importer backup FILE'],
  ['a backup to nowhere', ['backup', ''], {}, 'say which file to write: importer backup FILE'],
  ['a backup to two files', ['backup', 'a.db', 'b.db'], {}, 'backup takes one FILE, not "b.db"'],
  ['an option of another command', ['status', '--full'], {}, 'status has no option --full'],
  ['an option without its value', ['run', '--lanes', '--full'], {}, '--lanes needs a value'],
  ['a switch with a value', ['run', '--full=yes'], {}, '--full takes no value'],
  [
    'an unknown lane',
    ['run', '--lanes', 'product'],
    {},
    'there is no lane "product"; did you mean products?',
  ],
  [
    'a lane like no other',
    ['run', '--lanes', 'everything'],
    {},
    'there is no lane "everything"; there are warehouses, productGroups, productCategories, priorityGroups, brands, productUnits, vatRates, products, stock, priceLists, priceListProducts, productPictures, productFiles, productPackages, customerGroups, customers, suppliers, addresses, salesDocuments, payments, purchaseDocuments',
  ],
  [
    'a misspelt lane of people',
    ['plan', '--lanes', 'products,custmers'],
    {},
    'there is no lane "custmers"; did you mean customers?',
  ],
  [
    'a misspelt column',
    ['run', '--lanes', 'customers', '--customer-fields', 'group_id,emial'],
    {},
    '--customer-fields: there is no column "emial"; did you mean email?',
  ],
  [
    'columns of a lane that is not asked for',
    ['plan', '--customer-fields', 'group_id'],
    {},
    '--customer-fields is about the lane customers; name that in --lanes too',
  ],
  [
    'columns of a list without names',
    ['run', '--lanes', 'addresses', '--address-fields', ','],
    {},
    '--address-fields: there is no column ""; there are owner_id, type_id, street, address2, city, postal_code, state, country, added, last_modified',
  ],
  ['forget without whom', ['forget', '100001'], {}, 'say whom: importer forget CODE ID'],
  ['forget with a word too many', ['forget', '100001', '7', '8'], {}, 'forget takes CODE ID, not "8"'],
  [
    'forget with a name',
    ['forget', '100001', 'Smith'],
    {},
    'forget CODE ID takes the ID that the customer has in Erply, a number such as 1234',
  ],
  [
    'forget with an option of another command',
    ['forget', '100001', '7', '--force'],
    {},
    'forget has no option --force',
  ],
  [
    'an environment without an account',
    ['run'],
    {},
    'set ERPLY_CLIENT_CODE, ERPLY_USERNAME, ERPLY_PASSWORD or ERPLY_PASSWORD_FILE',
  ],
  [
    'a password file that is not there',
    ['run'],
    { ...account, ERPLY_PASSWORD_FILE: '/nowhere/password' },
    'the file that ERPLY_PASSWORD_FILE names cannot be read (ENOENT)',
  ],
  [
    'a text that is not an address',
    ['run'],
    { ...account, ERPLY_API_URL: 'erply.com' },
    'ERPLY_API_URL is not an http or https address, or holds a user name, a query or a fragment',
  ],
  [
    'a host that is an address',
    ['run', '--allow-link-host', 'https://files.example/'],
    account,
    '--allow-link-host takes a host such as files.example or files.example:8443',
  ],
  [
    'an option for Erply of a command that does not ask it',
    ['status', '--allow-insecure'],
    {},
    'status has no option --allow-insecure',
  ],
  [
    'a password with an @ in it',
    ['run'],
    { ...account, DATABASE_URL: `${secret}@more` },
    'the database address is not understood; in user and password, write @ : / ? # % as %40 %3A %2F %3F %23 %25',
  ],
  [
    'a password with a slash in it',
    ['status'],
    { DATABASE_URL: `postgres://user:1/${canary}@db.example/erply` },
    'the database address is not understood; in user and password, write @ : / ? # % as %40 %3A %2F %3F %23 %25',
  ],
  [
    'a misspelt option of a database address',
    ['run'],
    { ...account, DATABASE_URL: `${secret}?shema=shop` },
    'the database address has an option that is not known; did you mean schema?',
  ],
  [
    'a schema that needs quotes',
    ['run'],
    { ...account, DATABASE_URL: `${secret}?schema=My%20Shop` },
    'schema= in the database address takes small letters, digits and _, and no name of PostgreSQL itself',
  ],
  [
    'a lock that is neither',
    ['run'],
    { ...account, DATABASE_URL: `${secret}?lock=row` },
    'lock= in the database address is session or lease',
  ],
  [
    'a timeout without end',
    ['run'],
    { ...account, DATABASE_URL: `${secret}?connect_timeout=0` },
    'connect_timeout= in the database address takes seconds, from 1 to 3600',
  ],
  [
    'a text that is not a database address',
    ['status', '--database', 'mysql://host/erply'],
    {},
    'the database address is not understood; use one like sqlite:./.data/erply.db or postgres://USER:PASSWORD@HOST/DATABASE',
  ],
];

for (const [name, args, env, line] of cases) {
  test(`${name}: one line and exit code 2`, async () => {
    const { exitCode, stdout, stderr } = await runMain(args, env);
    expect(stderr).toBe(`importer: ${line} (see --help)\n`);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  });
}

test('a password over http to another machine is refused, before a database is made', async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  const { exitCode, stderr } = await runMain(
    ['run', '--database', `sqlite:${path}`],
    environment('http://erply.example'),
  );
  expect(exitCode).toBe(2);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(existsSync(path)).toBe(false);
});

test('help and version are results', async () => {
  expect(await runMain(['--help'])).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('importer run'),
  });
  expect(await runMain(['run', '-h'])).toMatchObject({ exitCode: 0 });
  expect(await runMain(['--version'])).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+/),
  });
});

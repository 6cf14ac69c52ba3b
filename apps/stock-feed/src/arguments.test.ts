import { expect, test } from 'vitest';

import { readArguments } from './arguments.ts';

const ask = (...args: string[]) => readArguments(args, '/srv');

/** What a command is asked to do. */
function read(...args: string[]): object | undefined {
  const asked = ask(...args);
  return asked.kind === 'work' ? { command: asked.command, ...asked.work.request } : undefined;
}

test('run alone writes both formats with the safe policy', () => {
  expect(read('run')).toEqual({
    command: 'run',
    outputs: [
      { path: '/srv/.data/stock.csv', format: 'csv' },
      { path: '/srv/.data/stock.ndjson', format: 'ndjson' },
    ],
    policy: { rows: 'all', identifiers: true, sum: false, negative: 'zero', warehouses: [], offline: false },
    safety: { allowEmpty: false, maxZeroedPercent: 50 },
    connection: {},
    json: false,
  });
});

test('every choice can be made', () => {
  const chosen =
    '--warehouse 3 --warehouse 1 --sum --rows stocked --no-identifiers --negative keep --offline';
  expect(read('run', ...chosen.split(' '), '--max-zeroed', '12.5', '--allow-empty', '--json')).toMatchObject({
    policy: {
      rows: 'stocked',
      identifiers: false,
      sum: true,
      negative: 'keep',
      warehouses: [3, 1],
      offline: true,
    },
    safety: { allowEmpty: true, maxZeroedPercent: 12.5 },
    json: true,
  });
});

test('what the client allows can be chosen', () => {
  const hosts = '--allow-link-host files.example --allow-link-host 10.0.0.7:8090';
  expect(read('run', '--allow-insecure', ...hosts.split(' '))).toMatchObject({
    connection: { allowInsecure: true, allowLinkHosts: ['files.example', '10.0.0.7:8090'] },
  });
});

test('run is meant where no command is named', () => {
  expect(read('--sum')).toEqual(read('run', '--sum'));
});

test('help and version need no command', () => {
  expect([ask('--help').kind, ask('run', '--help').kind, ask('--version').kind]).toEqual([
    'help',
    'help',
    'version',
  ]);
});

test.each([
  ['serve', 'there is no command serve; there is run'],
  ['run now', 'run takes options only, not now'],
  ['rnu', 'there is no command rnu; did you mean run?'],
  ['run --speed 5', 'there is no option --speed'],
  ['run --identifiers --warehuose 1', 'there is no option --warehuose; did you mean --warehouse?'],
  ['run --no-identifier', 'there is no option --no-identifier; did you mean --no-identifiers?'],
  ['run -x', 'there is no option -x'],
  ['run --constructor', 'there is no option --constructor'],
  ['run --out', "Option '--out <value>' argument missing"],
  ['run --sum=yes', "Option '--sum' does not take an argument"],
  ['run --negative drop', '--negative drop: choose zero or keep'],
  ['run --negative zreo', '--negative zreo: choose zero or keep; did you mean zero?'],
  ['run --rows some', '--rows some: choose all or stocked'],
  ['run --format cvs', '--format cvs: choose csv or ndjson; did you mean csv?'],
  [
    'run --allow-link-host https://files.example/',
    '--allow-link-host takes a host such as files.example or files.example:8443',
  ],
  ['run --warehouse main', '--warehouse main: give the number of a warehouse'],
  ['run --warehouse 0', '--warehouse 0: give the number of a warehouse'],
  ['run --max-zeroed 101', '--max-zeroed 101: give a number from 0 to 100'],
  ['run --max-zeroed=', '--max-zeroed : give a number from 0 to 100'],
])('"%s" is wrong usage', (line, message) => {
  expect(() => read(...line.split(' ').filter((word) => word !== ''))).toThrow(
    expect.objectContaining({ name: 'UsageError', message }),
  );
});

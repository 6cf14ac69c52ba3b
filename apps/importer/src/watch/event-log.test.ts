import { expect, it } from 'vitest';

import { createTextLog, type EventLog, type LogOptions } from './event-log.ts';
import { createJsonLog } from './json-log.ts';

const now = () => Date.parse('2026-03-02T10:00:00.5Z');
const lines: string[] = [];
const out = { write: (text: string) => lines.push(text) };

function written(create: (options: LogOptions) => EventLog, level: LogOptions['level'] = 'info'): string {
  lines.length = 0;
  const log = create({ out, level, now });
  log({ level: 'debug', event: 'detail', message: 'hidden' });
  log({ level: 'info', event: 'runEnded', message: 'up to date', facts: { records: 3 } });
  log({ level: 'warn', event: 'runFailed', message: 'a\u001b[2J\u009b2K\u2028\u202eb\r\nc' });
  return lines.join('');
}

it('writes lines for people', () =>
  expect(written(createTextLog)).toBe(
    '2026-03-02T10:00:00Z up to date\n2026-03-02T10:00:00Z warn: a [2J 2K b c\n',
  ));

it('writes lines of JSON that a terminal can show, too', () => {
  const text = written(createJsonLog);
  expect(text).not.toMatch(/[^\n -~]/);
  const [first, second] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(first).toEqual({
    ...{ level: 'info', time: '2026-03-02T10:00:00.500Z', event: 'runEnded', records: 3, msg: 'up to date' },
  });
  expect(second.msg).toBe('a\u001b[2J\u009b2K\u2028\u202eb\r\nc');
});

it.each([createTextLog, createJsonLog])('leaves out what is below its level', (create) => {
  expect(written(create, 'debug')).toContain('hidden');
  expect(written(create, 'error')).toBe('');
});

it('removes what has the name of a secret', () => {
  lines.length = 0;
  const log = createJsonLog({ out, level: 'info', now });
  log({ level: 'info', event: 'x', message: 'm', facts: { password: 'p-1', token: 't-1', url: 'u-1' } });
  expect(lines.join('')).not.toMatch(/p-1|t-1|u-1/);
});

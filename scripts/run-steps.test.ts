import { expect, test } from 'vitest';

import { runSteps, type Step } from './run-steps.ts';

const step = (name: string, passed: number, failed: number): Step => ({
  name,
  run: async () => ({ passed, failed, output: `${name} says\nits last word\n` }),
});

test('every step runs, and the counts are summed', async () => {
  const printed: string[] = [];
  const sums = await runSteps([step('one', 0, 1), step('two', 5, 0)], (line) => printed.push(line));
  expect(sums).toEqual({ passed: 5, failed: 1 });
  expect(printed[0]).toMatch(/^\nFAILED one +0\.0 s\none says\nits last word\n$/);
  expect(printed[1]).toMatch(/^ok +two +0\.0 s {2}its last word$/);
  expect(printed[2]).toMatch(/^\nFAILED one .*\nok +two .*\n$/);
});

test('a step that takes long says what it does before it does it', async () => {
  const printed: string[] = [];
  const long: Step = {
    ...step('long', 1, 0),
    about: 'all of it',
    async run() {
      expect(printed).toEqual(['\nlong: all of it']);
      return { passed: 1, failed: 0, output: '' };
    },
  };
  expect(await runSteps([long], (line) => printed.push(line))).toEqual({ passed: 1, failed: 0 });
});

test('a step that could not do its work counts as neither, and its reason is said twice', async () => {
  const printed: string[] = [];
  const unasked: Step = {
    name: 'audit',
    run: async () => ({ passed: 0, failed: 0, notRun: 'nobody answered', output: 'long words' }),
  };
  expect(await runSteps([unasked], (line) => printed.push(line))).toEqual({ passed: 0, failed: 0 });
  expect(printed[0]).toMatch(/^NO RUN audit +0\.0 s {2}nobody answered$/);
  expect(printed[1]).toMatch(/^\nNO RUN audit .* nobody answered\n$/);
});

test('a step that throws has failed, and the next one runs', async () => {
  const broken: Step = { name: 'broken', run: () => Promise.reject(new Error('no')) };
  expect(await runSteps([broken, step('two', 1, 0)], () => {})).toEqual({ passed: 1, failed: 1 });
});

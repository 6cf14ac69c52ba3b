import { expect, it } from 'vitest';

import { createMock, OptionError, startMock } from '../src/index.ts';

it.each<[unknown, string | RegExp]>([
  [null, 'the options need an object, as { seed: 1 }'],
  ['demo', 'the options need an object, as { seed: 1 }'],
  [{ acounts: ['1'] }, 'there is no option "acounts"; did you mean accounts?'],
  [{ prot: 8090 }, 'there is no option "prot"; did you mean port?'],
  [{ colour: 1 }, /^there is no option "colour"; there are seed, dataset, .*, port, host, tls, state$/],
  [{ seed: '1' }, 'seed needs a number'],
  [{ strict: 'false' }, 'strict needs true or false'],
  [{ frozen: 1 }, 'frozen needs true or false'],
  [{ accounts: '100001' }, 'accounts needs a list of texts'],
  [{ accounts: [100001] }, 'accounts needs a list of texts'],
  [{ cors: '*' }, 'cors needs a list of texts'],
  [{ set: 'merge=query' }, 'set needs an object'],
  [{ now: new Date() }, 'now needs a number or text'],
  [{ onNote: 'stderr' }, 'onNote needs a function'],
  [{ publicUrl: new URL('https://erply.example') }, 'publicUrl needs text'],
])('refuses options of a wrong name or type in one sentence: %o', async (options, message) => {
  expect(() => createMock(options as never)).toThrow(OptionError);
  expect(() => createMock(options as never)).toThrow(message);
  if (typeof options === 'object' && options !== null)
    await expect(startMock(options as never)).rejects.toThrow(message);
});

it('takes an option that is undefined as left out', () => {
  expect(() => createMock({ seed: undefined, set: undefined, unheardOf: undefined } as never)).not.toThrow();
});

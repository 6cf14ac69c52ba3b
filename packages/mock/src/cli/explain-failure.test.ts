import { expect, it } from 'vitest';

import { startMock } from '../start-mock.ts';
import { explainFailure } from './explain-failure.ts';
import { readOptions } from './read-options.ts';

/** How the command ends with these arguments, none of which it can start with. */
async function endWith(args: readonly string[], environment: Record<string, string>) {
  let options = {};
  try {
    const command = readOptions(args, environment);
    if (command.kind === 'start') options = command.options;
    await startMock({ ...options, port: Number((options as { port?: number }).port ?? 0) });
    return undefined;
  } catch (error) {
    return explainFailure(error, options);
  }
}

it.each([
  [['--prot', '1'], {}, 'did you mean --port'],
  [['--products', 'many'], {}, '--products needs a number'],
  [['--products'], {}, '--products needs a value'],
  [['--port', '99999'], {}, 'port needs a whole number from 0 to 65535'],
  [['--products', '1.5'], {}, ': --products needs a whole number'],
  [['--dataset', 'huge'], {}, 'there are demo, empty, nasty'],
  [['--rate-limit', 'maybe'], {}, 'is on or off'],
  [['--set', 'errorBdoy=A'], {}, 'unknown switch "errorBdoy"; did you mean errorBody?'],
  [['--set', 'colour=A'], {}, 'unknown switch "colour"; there are: maintenance, '],
  [['--max-accounts', '0'], {}, ': --max-accounts needs a whole number of 1 or more'],
  [['--set', 'errorBody'], {}, 'NAME=VALUE'],
  [['--now', 'yesterday'], {}, 'ISO 8601'],
  [['--accounts', 'a b'], {}, 'cannot be a client code'],
  [['--public-url', 'nonsense'], {}, ': --public-url needs an address'],
  [['start'], {}, 'unexpected "start"'],
  [[], { ERPLY_MOCK_PROT: '1' }, 'did you mean ERPLY_MOCK_PORT'],
  [[], { ERPLY_MOCK_STRICT: 'maybe' }, 'is on or off'],
])('%j %j is one line and exit code 2', async (args, environment, expected) => {
  const end = await endWith(args, environment as Record<string, string>);
  expect(end).toEqual({ line: expect.stringContaining(expected.replace(/^: /, '')), exitCode: 2 });
  expect(end?.line).not.toContain('\n');
});

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
  [['--seed', '1', 'start'], {}, 'unexpected "start"'],
  [['serve'], {}, 'unknown command "serve"; there are run and env; options start with --'],
  [['rum'], {}, 'unknown command "rum"; did you mean run?'],
  [['run'], {}, 'run needs a command behind --: erply-mock run [options] -- COMMAND [ARGUMENTS]'],
  [['run', '--'], {}, 'run needs a command behind --'],
  [['run', '--', ''], {}, 'run needs a command behind --'],
  [['run', 'npm', 'test'], {}, 'unexpected "npm": the command comes behind --'],
  [['run', '--prodcts', '5', '--', 'true'], {}, 'unknown option --prodcts; did you mean --products?'],
  [['run', '--client-code', 'a b', '--', 'true'], {}, '--client-code needs letters, digits, - and _'],
  [['run', '--accounts', '1', '--', 'true'], { ERPLY_MOCK_CLIENT_CODE: '2' }, '2 is not one of --accounts'],
  [['--client-code', '1'], {}, 'unknown option --client-code'],
  [['env', '--url', 'localhost:8090'], {}, '--url needs the address that erply-mock printed'],
  [['env', '--shell', 'csh'], {}, '--shell is sh, fish, powershell, dotenv, github; not "csh"'],
  [['--tls-ca', 'ca.pem'], {}, '--tls-ca needs --tls'],
  [['run', '--tls', '--', 'true'], {}, 'run --tls needs --tls-ca FILE'],
  [['env', '--seed', '1'], {}, 'unknown option --seed'],
  [['env', '--port', '0'], {}, 'env needs the port that the fake has taken, not --port 0: give --url'],
  [['--port', '0', 'run', '--', 'true'], {}, 'run comes first: erply-mock run [options]'],
  [['--replay', 'b.json', '--seed', '3'], {}, '--seed does not go with --replay, only --data and --stub do'],
  [['--replay', 'b.json'], { ERPLY_MOCK_REPORT: 'json' }, '--report does not go with --replay'],
  [['--data', ''], {}, '--data needs a name that ends in .ndjson'],
  [['--data', 'src'], {}, '--data src: needs a name that ends in .ndjson'],
  [['--stub', 'getCampaignWarehouses='], {}, '--stub getCampaignWarehouses: needs the name of a JSON file'],
  [['--stub', `getCampaignWarehouses=${import.meta.dirname}`], {}, 'cannot be read: it is a directory'],
  [
    ['--stub', 'getCampaignWarehouses=none.json'],
    {},
    '--stub none.json: cannot be read: there is no such file',
  ],
  [[], { ERPLY_MOCK_PROT: '1' }, 'did you mean ERPLY_MOCK_PORT'],
  [[], { ERPLY_MOCK_STRICT: 'maybe' }, 'is on or off'],
])('%j %j is one line and exit code 2', async (args, environment, expected) => {
  const end = await endWith(args, environment as Record<string, string>);
  expect(end).toEqual({ line: expect.stringContaining(expected.replace(/^: /, '')), exitCode: 2 });
  expect(end?.line).not.toContain('\n');
});

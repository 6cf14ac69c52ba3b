import { spawnSync } from 'node:child_process';

import { describe, expect, it } from 'vitest';

import { ownAncestors } from './ancestors.ts';
import { startersIn } from './starters.ts';

/** Processes as `ps` has them, the command itself first; a number before a command line is its session. */
const starters = (...commands: readonly string[]) =>
  startersIn(
    commands.map((line, index) => {
      const [, session, command = line] = /^(\d+) (.*)$/.exec(line) ?? [];
      return { pid: 100 - index, command, session: Number(session ?? 7) };
    }),
  );

const mock = 'node /shop/node_modules/.bin/erply-mock --port 8090';

describe('starters', () => {
  it.each<[string, readonly string[], readonly number[]]>([
    ['npx', [mock, "sh -c 'erply-mock' --port 8090", 'npm exec erply-mock --port 8090', 'bash'], [99, 98]],
    [
      'npx before it has its title',
      [mock, 'sh -c erply-mock', 'node /usr/bin/npx erply-mock', 'bash'],
      [99, 98],
    ],
    [
      'npx of a Node',
      [mock, 'sh -c erply-mock', 'node /opt/node/lib/npm/bin/npx-cli.js erply-mock'],
      [99, 98],
    ],
    ['yarn of a project', [mock, '/usr/bin/node /shop/.yarn/releases/yarn-4.9.1.cjs run mock', 'bash'], [99]],
    ['npm run', [mock, 'sh -c erply-mock --port 8090', 'npm run mock', '/bin/bash -e /ci/step.sh'], [99, 98]],
    ['npx without a shell between', [mock, 'npm exec erply-mock', '-zsh'], [99]],
    ['pnpm exec', [mock, '/usr/local/bin/pnpm exec erply-mock', 'fish'], [99]],
    [
      'pnpm as a program of Node',
      [mock, 'sh -c erply-mock', '/opt/node/bin/node /opt/pnpm/bin/pnpm.cjs mock'],
      [99, 98],
    ],
    [
      'yarn and bun',
      [mock, 'bunx @erply-kit/mock', '/bin/sh -c bunx @erply-kit/mock', 'yarn run mock'],
      [99, 98, 97],
    ],
    [
      'npx pnpm',
      [
        mock,
        'sh -c trap \'if [ "$?" -eq 130 ]; then trap - INT; fi\' INT; node cli.ts',
        'pnpm mock',
        "sh -c 'pnpm' mock",
        'npm exec pnpm@12 mock',
        'bash',
      ],
      [99, 98, 97, 96],
    ],
    [
      'a script with && and redirections',
      [mock, 'sh -c rm -f log && erply-mock >log 2>&1', 'npm run mock', 'init'],
      [99, 98],
    ],
    ['npm as the first process of a container', [mock, 'sh -c erply-mock', 'npm run mock'], [99, 98]],
  ])('are found: %s', (_, commands, expected) => {
    expect(starters(...commands)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['started by hand', [mock, 'bash', 'npm run shell']],
    ['started by a program', [mock, 'node /shop/test.js', 'npm test']],
    ['left behind', [mock, '/sbin/init']],
    ['in a session of its own', ['8 node erply-mock', '7 sh -c setsid erply-mock; wait', '7 npm run mock']],
    ['put in the background by a script', [mock, 'sh -c erply-mock & wait-on tcp:8090', 'npm run mock']],
    ['put in the background without a blank', [mock, 'sh -c erply-mock& vitest', 'npm test']],
    ['of an unknown kind', [mock, 'npm-watch mock', 'npxx erply-mock']],
    ['alone', [mock]],
    ['not known', []],
  ])('are none of a command that is %s', (_, commands) => {
    expect(starters(...commands)).toEqual([]);
  });

  it('end where a script put npx itself in the background', () => {
    const line = 'sh -c npx erply-mock & vitest; kill $!';
    expect(starters(mock, "sh -c 'erply-mock'", 'npm exec erply-mock', line, 'npm test', 'bash')).toEqual([
      99, 98,
    ]);
  });
});

const hasPs = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,command=']).status === 0;

describe('ancestors', () => {
  it.skipIf(process.platform === 'win32')('are this process and those above it', async () => {
    const [own, parent] = await ownAncestors();

    expect(own).toMatchObject({ pid: process.pid, command: expect.stringContaining('node') });
    expect(parent).toMatchObject({ pid: process.ppid });
  });

  it.skipIf(!hasPs)('are found by ps where there is no /proc', async () => {
    const [own, parent] = await ownAncestors('darwin');

    expect(own).toMatchObject({ pid: process.pid, command: expect.stringContaining('node') });
    expect(own).not.toHaveProperty('session');
    expect(parent).toMatchObject({ pid: process.ppid });
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { ownProcess } from '@erply-kit/command-line';

/** What a process of this machine would call itself that has ended. */
export async function endedProcess(): Promise<string> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'close');
  return ownProcess().replace(`-${process.pid}-`, `-${child.pid}-`);
}

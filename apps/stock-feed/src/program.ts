import { openProcessIO } from '@erply-kit/command-line';

import { main } from './main.ts';

/** Runs the program as this process. */
export async function start(): Promise<void> {
  process.exitCode = await main(openProcessIO());
}

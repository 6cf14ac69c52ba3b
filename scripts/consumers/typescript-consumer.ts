import { join } from 'node:path';

import type { Consumer } from './consumer.ts';
import { installTools } from './install.ts';
import { runIn } from './run-in.ts';

/** Every declaration of the packages under one TypeScript, with Node's resolution and with that of bundlers. */
export function typescriptConsumer(name: string): Consumer {
  return {
    name,
    async use(folder) {
      const { typescript } = await installTools(join(folder, name));
      const tsc = join(folder, name, 'node_modules/typescript/bin/tsc');
      const said = (await runIn(folder, [process.execPath, tsc, '--version'])).trim();
      if (said !== `Version ${typescript}`) throw new Error(`expected TypeScript ${typescript}, not ${said}`);
      for (const config of ['tsconfig.json', 'tsconfig.bundler.json']) {
        await runIn(join(folder, 'typescript'), [process.execPath, tsc, '-p', config]);
      }
      return `TypeScript ${typescript}: skipLibCheck false, nodenext and bundler`;
    },
  };
}

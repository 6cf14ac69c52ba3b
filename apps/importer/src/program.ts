import { openProcessIO } from '@erply-kit/command-line';

import { main } from './main.ts';

process.exitCode = await main(openProcessIO());

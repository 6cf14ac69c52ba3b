import type { Way } from './way.ts';
import { bulkWays } from './ways/bulk-ways.ts';
import { connectionWays } from './ways/connection-ways.ts';
import { csvWays } from './ways/csv-ways.ts';
import { httpWays } from './ways/http-ways.ts';
import { jsonWays } from './ways/json-ways.ts';
import { loginWays } from './ways/login-ways.ts';
import { pagingWays } from './ways/paging-ways.ts';
import { protocolWays } from './ways/protocol-ways.ts';
import { sequenceWays } from './ways/sequence-ways.ts';
import { statusWays } from './ways/status-ways.ts';

/** Every way to misbehave that is tried: most are written down, sequences come by chance. */
export const allWays = (seed: number, scale: number): readonly Way[] => [
  ...connectionWays,
  ...httpWays,
  ...jsonWays,
  ...statusWays,
  ...protocolWays,
  ...sequenceWays(seed, 60 * scale),
  ...bulkWays,
  ...pagingWays,
  ...csvWays,
  ...loginWays,
];

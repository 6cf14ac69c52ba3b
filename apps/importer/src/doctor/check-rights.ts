import { type ErplyClient, isErplyError } from '@erply-kit/client';
import type { Lane } from '@erply-kit/sync';

import { decimal } from '../output/table.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

interface RightsInput {
  readonly client: ErplyClient;
  readonly lanes: readonly Lane[];
  readonly signal: AbortSignal;
}

/** Asks one cheap question a lane, and says of which Erply refuses the answer. */
export async function checkRights({ client, lanes, signal }: RightsInput): Promise<Finding[]> {
  const refused: Finding[] = [];
  for (const lane of lanes) {
    try {
      if (lane.kind === 'stock') await lane.listWarehouses(client, { signal });
      else await lane.count(client, { signal });
    } catch (error) {
      if (!isErplyError(error) || signal.aborted) throw error;
      // Nothing is to be learnt from the others then.
      if (error.kind !== 'api') return [...refused, fail('rights', error.message, 'run doctor again')];
      refused.push(fail('rights', `${lane.name}: ${error.message}`, adviceOf(lane.name, error.code)));
    }
  }
  return refused.length > 0 ? refused : [ok('rights', `the user may read all ${lanes.length} lanes`)];
}

const adviceOf = (lane: string, code: number | undefined): string =>
  code === 1060 || code === 1064
    ? `give the user's group the right to view it in Erply, or leave ${lane} out with --lanes`
    : `see docs/errors.md, or leave ${lane} out with --lanes`;

/** Sets what a run would cost against an hour. Erply does not say what others have used of it. */
export function checkQuota(runUnits: number, unitsPerHour: number): Finding {
  const message = `a run now would need ${decimal(runUnits)} of the ${unitsPerHour} units of an hour, which all integrations of the account share`;
  if (runUnits <= unitsPerHour) return ok('quota', message);
  const hours = Math.ceil(runUnits / unitsPerHour);
  return warn('quota', message, `it will take ${hours} hours; it waits at their turns by itself`);
}

import { type Context, Hono } from 'hono';
import * as z from 'zod';

import { lazily } from '@erply-kit/schemas';

import { Chaos, type ChaosReading, type ChaosSettings } from '../../faults/chaos.ts';
import { chaosEffect, chaosEffectNames } from '../../faults/chaos-effects.ts';
import type { AccountAccess } from '../account-access.ts';
import { namedValues } from '../body-fields.ts';
import { bodySchema, checkBody, unknownName } from '../check-body.ts';
import { jsonBody } from '../json-body.ts';
import { effectBody } from './fault-schema.ts';

/** Faults at random, the same ones for the same requests in the same order. */
export interface ChaosControl {
  /** Begins anew with these dice. */
  setChaos(settings: ChaosSettings): ChaosReading;
  /** What it has done so far; `undefined` where there is none. */
  chaos(): ChaosReading | undefined;
  clearChaos(): void;
}

/** Effects that one account's dice know. */
const maxEffects = 100;

function effectProblem(name: string, percent: unknown): string | undefined {
  const effect = chaosEffect(name);
  if (effect === undefined)
    return unknownName('one of the effects that chaos has, not', name, chaosEffectNames);
  if (typeof percent !== 'number' || !(percent >= 0 && percent <= 100)) return 'a number from 0 to 100';
  const [issue] = effectBody().safeParse(effect).error?.issues ?? [];
  return issue === undefined ? undefined : `${issue.message} after the colon`;
}

const percentages = () =>
  namedValues<number>('an object of effects, as {"drop:after": 2, "httpStatus:503": 1}').superRefine(
    (percent, context) => {
      const names = Object.entries(percent);
      if (names.length > maxEffects)
        return context.addIssue({ code: 'custom', message: `at most ${maxEffects} effects` });
      for (const [name, value] of names) {
        const message = effectProblem(name, value);
        if (message !== undefined) return context.addIssue({ code: 'custom', path: [name], message });
      }
      const sum = names.reduce((total, [, value]) => total + value, 0);
      if (sum > 100)
        context.addIssue({ code: 'custom', message: `numbers that are at most 100 together, not ${sum}` });
    },
  );

const chaosBody = lazily(() => {
  const error = 'a whole number of 0 or more';
  return bodySchema('chaos has no', { seed: z.int({ error }).min(0, { error }), percent: percentages() });
});

export function chaosControl({ toRead, toAdd, toTake }: AccountAccess): ChaosControl {
  return {
    setChaos(settings) {
      const { seed, percent } = checkBody(chaosBody(), settings);
      const chaos = new Chaos({ seed, percent: { ...percent } });
      toAdd().faults.chaos = chaos;
      return chaos.read();
    },
    chaos: () => toRead().faults.chaos?.read(),
    clearChaos() {
      toTake().faults.chaos = undefined;
    },
  };
}

export function chaosRoutes(accountOf: (c: Context) => ChaosControl): Hono {
  return new Hono()
    .get('/', (c) => c.json(accountOf(c).chaos() ?? null))
    .put('/', async (c) => c.json(accountOf(c).setChaos(await jsonBody<ChaosSettings>(c))))
    .delete('/', (c) => {
      accountOf(c).clearChaos();
      return c.body(null, 204);
    });
}

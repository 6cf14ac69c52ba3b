import { propertyScale, type Random, seededRandom } from '@erply-kit/tooling/property';

import { demoEnvironment } from '../demo/demo-account.ts';
import { type AppRun, runApp } from '../demo/run-app.ts';
import { type KillAppOptions, type KilledRun, killApp } from './kill-app.ts';
import { type LivingShop, openLivingShop } from './living-shop.ts';
import { watchRequests } from './request-watch.ts';

/** How many kills a trial needs, and of a shop of how many products: 200 and 20,000 in `pnpm test:deep`. */
export const trialSize = propertyScale >= 50 ? { kills: 200, products: 20_000 } : { kills: 2, products: 200 };

/** An app, and a shop that changes while the app runs. */
export interface Trial extends AsyncDisposable {
  readonly shop: LivingShop;
  readonly random: Random;
  /** Runs the app and kills it at a moment, while things happen in the shop; tells how many requests it had made. */
  kill(options: TrialRun & Omit<KillAppOptions, keyof AppRun>): Promise<KilledRun & { requests: number }>;
  /** Leaves the app alone in a shop where nothing happens. Throws when it fails. */
  finish(run: TrialRun): Promise<void>;
}

/** A run, with its database where it has one. */
export type TrialRun = Omit<AppRun, 'env'> & { readonly database?: string };

export async function openTrial(): Promise<Trial> {
  await using opening = new AsyncDisposableStack();
  const random = seededRandom();
  const shop = opening.use(await openLivingShop(trialSize.products, random));
  const watch = opening.use(await watchRequests(shop.fake.url));
  const resources = opening.move();
  const env = ({ database = '' }: TrialRun) => demoEnvironment({ ...shop.fake, url: watch.url }, database);
  return {
    shop,
    random,
    async kill(options) {
      const changing: Promise<void>[] = [];
      let requests = 0;
      const watchAll = (happened: (what: string) => void) => {
        watch.onRequest = async () => {
          requests++;
          happened('request');
          if (random.whole(0, 2) === 0) return;
          const change = shop.change(random.whole(1, 3));
          changing.push(change);
          await change;
        };
        return options.watch(happened);
      };
      const run = await killApp({ ...options, env: env(options), watch: watchAll });
      watch.onRequest = async () => {};
      await Promise.all(changing);
      return { ...run, requests };
    },
    async finish(run) {
      await runApp({ ...run, env: env(run) });
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

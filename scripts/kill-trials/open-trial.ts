import { propertyScale, type Random, seededRandom } from '@erply-kit/tooling/property';

import { demoEnvironment } from '../demo/demo-account.ts';
import { type AppRun, runApp } from '../demo/run-app.ts';
import { type KillAppOptions, type KilledRun, killApp } from './kill-app.ts';
import { type LivingShop, openLivingShop } from './living-shop.ts';
import { watchRequests } from './request-watch.ts';

/** How many kills a trial needs, and of a shop of how many products. */
export interface TrialSize {
  readonly kills: number;
  readonly products: number;
}

/** As many as a trial needs: so many where `PROPERTY_SCALE` is 100, as in `pnpm test:deep`, and two in `pnpm test`. */
export const sizeOfTrial = (deep: TrialSize): TrialSize =>
  propertyScale >= 10
    ? { ...deep, kills: Math.round((deep.kills * propertyScale) / 100) }
    : { kills: 2, products: 200 };

/** An app, and a shop that changes while the app runs. */
export interface Trial extends AsyncDisposable {
  readonly shop: LivingShop;
  readonly random: Random;
  /** Runs the app and kills it at a moment, while things happen in the shop; gives the forms of the requests that it had made. */
  kill(
    options: TrialRun & Omit<KillAppOptions, keyof AppRun>,
  ): Promise<KilledRun & { readonly forms: readonly string[] }>;
  /** Leaves the app alone in a shop where nothing happens. Throws when it fails. */
  finish(run: TrialRun): Promise<void>;
}

/** A run, with the address of its database where it has one. */
export type TrialRun = Omit<AppRun, 'env'> & { readonly database?: string };

export async function openTrial(size: TrialSize): Promise<Trial> {
  await using opening = new AsyncDisposableStack();
  const random = seededRandom();
  const shop = opening.use(await openLivingShop(size.products, random));
  const watch = opening.use(await watchRequests(shop.fake.url));
  const resources = opening.move();
  const env = ({ database = '' }: TrialRun) => ({ ...demoEnvironment(watch, ''), DATABASE_URL: database });
  return {
    shop,
    random,
    async kill(options) {
      const changing: Promise<void>[] = [];
      const forms: string[] = [];
      const watchAll = (happened: (what: string) => void) => {
        watch.onRequest = async (form) => {
          forms.push(form);
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
      return { ...run, forms };
    },
    async finish(run) {
      await runApp({ ...run, env: env(run) });
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

import { type Context, Hono } from 'hono';

import { lazily } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import { type Config, type ConfigChange, changeConfig, modulesOf, type Settings } from '../config/config.ts';
import { SwitchError, type Switches } from '../config/switches.ts';
import type { AccountAccess } from './account-access.ts';
import { namedValues, yesOrNo } from './body-fields.ts';
import { bodySchema, checkBody } from './check-body.ts';
import { ControlError } from './control-error.ts';
import { jsonBody } from './json-body.ts';

export interface AccountConfig {
  /** Every call is answered with 1000. */
  readonly maintenance: boolean;
  /** Modules that the account has; a call is among them when its plan leaves it out. */
  readonly modules: Readonly<Record<string, boolean>>;
  readonly set: Switches;
}

export interface ConfigControl {
  config(): AccountConfig;
  setConfig(change: ConfigChange): AccountConfig;
}

const changeBody = lazily(() =>
  bodySchema('there is no setting', {
    maintenance: yesOrNo().optional(),
    modules: namedValues<boolean>('an object, as {"salon": false}')
      .superRefine((modules, context) => {
        for (const [name, isThere] of Object.entries(modules))
          if (typeof isThere !== 'boolean')
            context.addIssue({ code: 'custom', path: [name], message: 'true or false' });
      })
      .optional(),
    set: namedValues<string | number | boolean>('an object of switches').optional(),
  }),
);

function changedConfig(current: Config, change: ConfigChange): Config {
  const { maintenance, modules, set } = checkBody(changeBody(), change);
  const { tooManyBody = current.switches.tooManyBody } = set ?? {};
  if (tooManyBody !== current.switches.tooManyBody)
    throw new ControlError(400, 'tooManyBody is of the whole server: start it with --set tooManyBody');
  try {
    return changeConfig(current, { maintenance, modules, set: set as Settings | undefined });
  } catch (error) {
    throw error instanceof SwitchError ? new ControlError(400, error.message) : error;
  }
}

const configOf = (account: Account): AccountConfig => ({
  maintenance: account.config.maintenance,
  modules: modulesOf(account.config),
  set: account.switches,
});

export function configControl({ toRead, toChange }: AccountAccess): ConfigControl {
  return {
    config: () => configOf(toRead()),
    setConfig(change) {
      const config = changedConfig(toRead().config, change);
      const account = toChange();
      account.config = config;
      return configOf(account);
    },
  };
}

export function configRoutes(accountOf: (c: Context) => ConfigControl): Hono {
  return new Hono()
    .get('/', (c) => c.json(accountOf(c).config()))
    .put('/', async (c) => {
      const change = await jsonBody<ConfigChange>(c);
      return c.json(accountOf(c).setConfig(change));
    });
}

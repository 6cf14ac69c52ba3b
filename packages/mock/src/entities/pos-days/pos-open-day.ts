import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { openRegister } from './open-register.ts';

/** Opens a day of a register. */
export const POSOpenDay: Handler<typeof calls.POSOpenDay> = (context, input) =>
  openRegister(context, input, false);

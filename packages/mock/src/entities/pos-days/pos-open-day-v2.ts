import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { openRegister } from './open-register.ts';

/** Opens a day of a register, for all who share the drawer of who opens it. */
export const POSOpenDayV2: Handler<typeof calls.POSOpenDayV2> = (context, input) =>
  openRegister(context, input, true);

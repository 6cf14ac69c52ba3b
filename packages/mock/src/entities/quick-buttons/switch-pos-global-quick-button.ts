import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { switchQuickButtons } from './switch-quick-buttons.ts';

/** Switches two buttons of the account-wide list. */
export const switchPosGlobalQuickButton: Handler<typeof calls.switchPosGlobalQuickButton> = (
  context,
  input,
) => switchQuickButtons({ account: context.account, warehouseID: 0 }, input, userOf(context));

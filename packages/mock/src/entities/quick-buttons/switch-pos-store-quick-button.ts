import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { switchQuickButtons } from './switch-quick-buttons.ts';

/** Switches two buttons of a location that has buttons of its own (1189 otherwise). */
export const switchPosStoreQuickButton: Handler<typeof calls.switchPosStoreQuickButton> = (
  context,
  input,
) => {
  const { account } = context;
  const { warehouseID } = input;
  const warehouse = account.table('warehouses').get(warehouseID);
  if (warehouse === undefined) refuse(1011, 'warehouseID');
  if (warehouse?.usesLocalQuickButtons !== 1) refuse(1189);
  return switchQuickButtons({ account, warehouseID }, input, userOf(context));
};

import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { saveCash } from './save-cash.ts';

/** Writes down cash that was taken out of a register. */
export const POSCashOUT: Handler<typeof calls.POSCashOUT> = (context, input) => saveCash(context, input, -1);

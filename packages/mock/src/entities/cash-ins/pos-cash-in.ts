import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { saveCash } from './save-cash.ts';

/** Writes down cash that was put into a register. */
export const POSCashIN: Handler<typeof calls.POSCashIN> = (context, input) => saveCash(context, input, 1);

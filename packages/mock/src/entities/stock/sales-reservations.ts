import type { Row } from '../../store/row.ts';
import { soldGoods } from './sold-goods.ts';
import { dayOfDate } from './stock-movement.ts';
import type { Reservation } from './stock-reservations.ts';

/** Sales documents that reserve goods where they say so. */
const reservingTypes: readonly unknown[] = ['ORDER', 'OFFER', 'PREPAYMENT'];

/** States in which nothing is waited for any more (inferred). */
const closedStates: readonly unknown[] = ['FULFILLED', 'CANCELLED'];

/** Whether documents of a type can reserve anything. */
export const mayReserve = (type: unknown): boolean => type === 'RESERVATION' || reservingTypes.includes(type);

function isReserving({ confirmed, type, invoiceState, reserveGoods }: Row, orderReserves: string): boolean {
  if (confirmed !== 1 || closedStates.includes(invoiceState)) return false;
  if (type === 'RESERVATION' || (type === 'ORDER' && orderReserves === 'always')) return true;
  return reservingTypes.includes(type) && reserveGoods === 1;
}

/** What decides on reservations beside the document. */
interface ReservationRules {
  /** The switch of this name. */
  readonly orderReserves: string;
  readonly hasStock: (productID: number) => boolean;
}

/** What a sales document reserves while it is open; `document` is `undefined` for one that was deleted. */
export function salesReservations(document: Row | undefined, rules: ReservationRules): Reservation[] {
  if (document === undefined || !isReserving(document, rules.orderReserves)) return [];
  const warehouseID = Number(document.warehouseID ?? 0);
  return soldGoods(document)
    .filter(({ productID, amount }) => amount > 0 && rules.hasStock(productID))
    .map(({ productID, amount }) => ({ productID, warehouseID, amount }));
}

/** The last day of a reservation, in days since 1970; `undefined` without an end. */
export const reservedUntil = (document: Row | undefined): number | undefined =>
  typeof document?.reserveGoodsUntilDate === 'string' ? dayOfDate(document.reserveGoodsUntilDate) : undefined;

import type { Account } from '../account/account.ts';
import { turnTaker } from '../slices.ts';
import { RefusalError } from '../wire/refusal.ts';
import { add, archive, changePrice, edit, remove } from './card-events.ts';
import { receive, type Sale, sell, takeBack } from './document-events.ts';
import { hundredEvents, type ShopEvent } from './rates.ts';
import { ShopFloor } from './shop-floor.ts';
import { transfer, writeOff } from './stock-events.ts';

export interface Life {
  readonly seconds: number;
  readonly changesADay: number;
  /** Sales may take more than there is. */
  readonly oversell: boolean;
}

/** What has happened. What could not happen, as the sale of an empty shop, is not counted. */
export interface LifeSummary {
  /** Unix seconds. */
  readonly from: number;
  readonly to: number;
  readonly sales: number;
  readonly returns: number;
  readonly deliveries: number;
  readonly writeOffs: number;
  readonly transfers: number;
  readonly priceChanges: number;
  readonly edited: number;
  readonly added: number;
  readonly archived: number;
  readonly deleted: number;
}

type Counted = Exclude<keyof LifeSummary, 'from' | 'to'>;

const countedAs: Readonly<Record<ShopEvent, Counted>> = {
  sale: 'sales',
  return: 'returns',
  delivery: 'deliveries',
  writeOff: 'writeOffs',
  transfer: 'transfers',
  priceChange: 'priceChanges',
  edit: 'edited',
  addition: 'added',
  archiving: 'archived',
  deletion: 'deleted',
};

/** Lets one thing happen; says whether it could. */
async function happen(
  event: ShopEvent,
  floor: ShopFloor,
  { sold, oversell }: { sold: Sale[]; oversell: boolean },
): Promise<boolean> {
  const actions: Readonly<Record<ShopEvent, () => boolean | Promise<boolean>>> = {
    sale: () => sell(floor, sold, oversell),
    return: () => takeBack(floor, sold),
    delivery: () => receive(floor),
    writeOff: () => writeOff(floor),
    transfer: () => transfer(floor),
    priceChange: () => changePrice(floor),
    edit: () => edit(floor),
    addition: () => add(floor),
    archiving: () => archive(floor),
    deletion: () => remove(floor),
  };
  return actions[event]();
}

/** What the account's settings refuse does not happen. */
function notRefused(error: unknown): boolean {
  if (error instanceof RefusalError) return false;
  throw error;
}

const daySeconds = 86_400;

/** How often things happen in a life. */
export const changesOf = ({ seconds, changesADay }: Life) => Math.round((changesADay * seconds) / daySeconds);

/**
 * Lets a shop live, one event after the other: its clock moves on from one to the next, and to the end. Others are
 * answered between them. The same account, seed and clock give the same life.
 */
export async function live(account: Account, life: Life): Promise<LifeSummary> {
  const floor = new ShopFloor(account);
  const fromMs = account.clock.nowMs();
  const from = account.now();
  const counts = Object.fromEntries(Object.values(countedAs).map((name) => [name, 0])) as Record<
    Counted,
    number
  >;
  const day = { sold: [] as Sale[], oversell: life.oversell };
  const changes = changesOf(life);
  const takeTurn = turnTaker();
  const slotMs = (life.seconds * 1000) / Math.max(1, changes);
  for (let index = 0; index < changes; index += 1) {
    const atMs = fromMs + Math.floor((index + floor.random.below(1000) / 1000) * slotMs);
    account.clock.set({ nowMs: Math.max(atMs, account.clock.nowMs()) });
    const event = hundredEvents[floor.random.below(hundredEvents.length)] ?? 'sale';
    if (await happen(event, floor, day).catch(notRefused)) counts[countedAs[event]] += 1;
    await takeTurn();
  }
  account.clock.set({ nowMs: Math.max(fromMs + life.seconds * 1000, account.clock.nowMs()) });
  return { from, to: account.now(), ...counts };
}

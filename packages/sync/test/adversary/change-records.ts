import type { FaultMatch, FaultRule } from '@erply-kit/mock';
import type { Random } from '@erply-kit/tooling/property';

import { shopTableOf, someMark } from '../every-lane.ts';
import type { ShopHistory } from './shop-history.ts';
import type { SmallShop } from './small-shop.ts';

/** People who work in the shop: what they do is noted in its history. */
export class Workers {
  readonly #shop: SmallShop;
  readonly #history: ShopHistory;
  readonly #random: Random;
  readonly #lanes: readonly string[];
  /** Records that they have added and that are there, by lane: nothing else in the shop names them. */
  readonly #own = new Map<string, number[]>();
  /** Those that they have removed. */
  readonly #removed = new Map<string, number[]>();
  /** Lanes of which they have removed a record. */
  readonly hasRemoved = new Set<string>();
  /** A record has come back under its ID. */
  hasBroughtBack = false;

  constructor(shop: SmallShop, lanes: readonly string[], { history, random }: Place) {
    this.#shop = shop;
    this.#lanes = lanes;
    this.#history = history;
    this.#random = random;
  }

  /** Does so many things, one after the other. */
  work(count: number): void {
    for (let done = 0; done < count; done += 1) this.#doSomething();
  }

  add(lane: string): void {
    const { table, values } = shopTableOf(lane);
    const id = this.#shop.account.data(table).insert(values(someMark(this.#random)));
    this.#history.noteThere(`${lane} ${id}`);
    push(this.#own, lane, id);
  }

  #doSomething(): void {
    const random = this.#random;
    const lane = random.pick(this.#lanes);
    if (random.chance(0.15)) this.#letTimePass();
    else if (lane === 'stock') this.#move();
    else this.#changeRecord(lane);
  }

  #changeRecord(lane: string): void {
    this.#random.pick([
      () => this.add(lane),
      () => this.#edit(lane),
      () => this.#edit(lane),
      () => this.#remove(lane),
      () => this.#remove(lane),
      () => this.#bringBack(lane),
    ])();
  }

  #letTimePass(): void {
    this.#shop.account.clock.advance(this.#random.pick([1, 1, 7, 61, 299]));
  }

  #edit(lane: string): void {
    const id = this.#someOwn(lane);
    if (id === undefined) return;
    const { table, edit } = shopTableOf(lane);
    this.#shop.account.data(table).update(id, edit(someMark(this.#random)));
  }

  #remove(lane: string): void {
    const id = this.#someOwn(lane);
    if (id === undefined) return;
    this.#shop.account.data(shopTableOf(lane).table).remove(id);
    this.#history.noteGone(`${lane} ${id}`);
    const own = this.#own.get(lane) ?? [];
    own.splice(own.indexOf(id), 1);
    push(this.#removed, lane, id);
    this.hasRemoved.add(lane);
    if (lane === 'products') this.#history.noteStockGone(id);
  }

  /** A record comes back under its ID. */
  #bringBack(lane: string): void {
    const removed = this.#removed.get(lane) ?? [];
    const { table, key, values } = shopTableOf(lane);
    if (removed.length === 0) return;
    const id = this.#random.pick(removed);
    // What its amounts would be then is not known.
    if (this.#history.hasMoved(id)) return;
    this.#shop.account.data(table).insert({ ...values(someMark(this.#random)), [key]: id });
    this.#history.noteThere(`${lane} ${id}`);
    this.hasBroughtBack = true;
    removed.splice(removed.indexOf(id), 1);
    push(this.#own, lane, id);
  }

  #move(): void {
    const productID = this.#someOwn('products');
    if (productID === undefined) return;
    const warehouseID = this.#random.whole(1, 2);
    const held = this.#history.amounts().get(`${productID}/${warehouseID}`) ?? 0;
    const amount = held !== 0 && this.#random.chance(0.4) ? -held : this.#random.whole(-3, 9);
    if (amount === 0) return;
    this.#shop.account.stockMovements.insert({ productID, warehouseID, amount });
    this.#history.noteMoved(`${productID}/${warehouseID}`, amount);
  }

  /** Something that happens while a call of some lane is answered, also between two calls of one bulk request. */
  mutation(): FaultRule {
    const random = this.#random;
    const lane = random.pick(this.#lanes.filter((name) => name !== 'stock'));
    const { table, call, values } = shopTableOf(lane);
    const id = random.chance(0.6) ? this.#someOwn(lane) : undefined;
    // What becomes of its stock is noted by those who remove it themselves.
    const isRemoved = id !== undefined && (lane !== 'products' || !this.#lanes.includes('stock'));
    if (isRemoved) this.#history.expectGone(lane, id);
    if (isRemoved) this.hasRemoved.add(lane);
    const mutation = isRemoved
      ? { table, op: 'delete' as const, id }
      : { table, op: 'insert' as const, values: values(someMark(random)) };
    const match = random.pick<FaultMatch>([{ request: call }, { request: 'getUserOperationsLog' }]);
    return {
      match: { ...match, nth: random.whole(1, 9) },
      effect: { mutate: [mutation], when: random.pick(['before', 'after']) },
    };
  }

  #someOwn(lane: string): number | undefined {
    const own = (this.#own.get(lane) ?? []).filter((id) => this.#history.has(lane, id));
    return own.length === 0 ? undefined : this.#random.pick(own);
  }
}

interface Place {
  readonly history: ShopHistory;
  readonly random: Random;
}

function push(ids: Map<string, number[]>, lane: string, id: number): void {
  ids.set(lane, [...(ids.get(lane) ?? []), id]);
}

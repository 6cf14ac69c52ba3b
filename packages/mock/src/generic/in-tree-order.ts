import { sortSteps } from '../query/sorted-ids.ts';
import { eachStep, type Steps } from '../slices.ts';
import type { Table } from '../store/table.ts';

/** A table whose records stand below one another, and the fields that say how. */
export interface Tree {
  readonly table: Table;
  /** Has the ID of the record above; 0 for none. */
  readonly parentField: string;
  /** What records of one level are sorted by; by ID without it. */
  readonly positionField?: string | undefined;
}

/** Groups of one level as they are shown: by position, alike ones by ID. */
export function* byPosition(
  { table, positionField }: Tree,
  ids: readonly number[],
): Steps<readonly number[]> {
  if (ids.length < 2) return ids;
  if (positionField === undefined) return ids.toSorted((left, right) => left - right);
  const positions = new Map<number, number>();
  yield* eachStep(ids.length, (index) => {
    const id = ids[index] as number;
    positions.set(id, Number(table.value(positionField, id) ?? 0));
  });
  const compare = (left: number, right: number) =>
    (positions.get(left) ?? 0) - (positions.get(right) ?? 0) || left - right;
  return Array.from(yield* sortSteps(Int32Array.from(ids), compare));
}

/** The part of a tree that some groups and those above them make. */
class Branches {
  /** By the ID of the group above, 0 for the topmost. */
  readonly below = new Map<number, number[]>();
  /** Whether a topmost group leads to a group. */
  readonly #isLedTo = new Map<number, boolean>();
  readonly #tree: Tree;

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  isLedTo(id: number): boolean {
    return this.#isLedTo.get(id) === true;
  }

  /** Adds a group and those above it; each is looked at once. */
  *add(id: number): Steps {
    const { table, parentField } = this.#tree;
    const path: { readonly id: number; readonly above: number }[] = [];
    let at = id;
    while (at !== 0 && !this.#isLedTo.has(at)) {
      // So it stays where it is its own ancestor, or where one above it is gone.
      this.#isLedTo.set(at, false);
      if (!table.has(at)) return;
      const above = Number(table.value(parentField, at) ?? 0);
      path.push({ id: at, above });
      at = above;
      yield;
    }
    if (at !== 0 && !this.isLedTo(at)) return;
    for (const group of path) this.#lead(group);
  }

  #lead({ id, above }: { readonly id: number; readonly above: number }): void {
    this.#isLedTo.set(id, true);
    const siblings = this.below.get(above);
    if (siblings === undefined) this.below.set(above, [id]);
    else siblings.push(id);
  }
}

/** Groups as they stand in the tree: each before those below it, at last those that no top group leads to, by ID. */
export function* inTreeOrder(tree: Tree, ids: readonly number[]): Steps<number[]> {
  const branches = new Branches(tree);
  for (const id of ids) yield* branches.add(id);
  const wanted = new Set(ids);
  const found: number[] = [];
  const open = [0];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (wanted.has(id)) found.push(id);
    const below = yield* byPosition(tree, branches.below.get(id) ?? []);
    for (let index = below.length - 1; index >= 0; index -= 1) open.push(below[index] as number);
    yield;
  }
  const others = ids.filter((id) => !branches.isLedTo(id)).sort((left, right) => left - right);
  for (const id of others) found.push(id);
  return found;
}

import type { Steps } from '../slices.ts';
import type { Row } from '../store/row.ts';
import { type RecordWriter, recordWriter } from '../wire/record-writer.ts';
import { byPosition, type Tree } from './in-tree-order.ts';

/** Where the groups below a group come in its JSON. No text has it: quotes inside of texts are escaped. */
const gap = '"subGroups":[]';

/** A group whose subtree is being written. */
interface OpenGroup {
  readonly tail: string;
  readonly below: readonly number[];
  /** How many of those below are written. */
  written: number;
}

/** Writes groups with all that is below them; a group that was written before is not written again. */
export class TreeWriter {
  readonly #tree: Tree;
  readonly #recordOf: (id: number) => Row;
  readonly #write: RecordWriter;
  readonly #written = new Set<number>();

  /** `recordOf` answers what is written of a group. */
  constructor(tree: Tree, recordOf: (id: number) => Row) {
    this.#tree = tree;
    this.#recordOf = recordOf;
    this.#write = recordWriter(tree.table.definition.record);
  }

  hasWritten(id: number): boolean {
    return this.#written.has(id);
  }

  /** The JSON of a group and its subtree, a group a step: a tree may be as deep, or as wide, as there are groups. */
  *write(id: number): Steps<string> {
    const pieces: string[] = [];
    const open = [yield* this.#begin(id, pieces)];
    for (let group = open.at(-1); group !== undefined; group = open.at(-1)) {
      const child = group.below[group.written];
      if (child === undefined) {
        pieces.push(group.tail);
        open.pop();
      } else {
        if (group.written > 0) pieces.push(',');
        group.written += 1;
        open.push(yield* this.#begin(child, pieces));
      }
      yield;
    }
    return pieces.join('');
  }

  *#begin(id: number, pieces: string[]): Steps<OpenGroup> {
    this.#written.add(id);
    const { table, parentField } = this.#tree;
    const json = this.#write({ ...this.#recordOf(id), subGroups: [] });
    const end = json.indexOf(gap) + gap.length - 1;
    pieces.push(json.slice(0, end));
    const below = table.find(parentField, id).filter((child) => !this.#written.has(child));
    return { tail: json.slice(end), below: yield* byPosition(this.#tree, below), written: 0 };
  }
}

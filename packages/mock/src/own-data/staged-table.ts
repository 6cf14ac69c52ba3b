import { bytesOf } from '../store/bytes-of.ts';
import { referencesOf } from '../store/joins.ts';
import type { Row } from '../store/row.ts';
import type { Table } from '../store/table.ts';
import { DataFault } from './data-fault.ts';
import { RecordReader } from './record-reader.ts';

/** A record that has been read and not been written yet. */
export interface StagedRecord {
  /** Where in the data it stands: `line 3`. */
  readonly where: string;
  /** `undefined` for a new one without an ID. */
  readonly id: number | undefined;
  readonly fields: Row;
}

/** A deletion that has been read and not been done yet. */
export interface StagedDeletion {
  readonly where: string;
  readonly table: string;
  readonly id: number;
  /** When it was, Unix seconds; `undefined` for now. */
  readonly timestamp: number | undefined;
  readonly userName: string | undefined;
  /** It stands in the operations log, where Erply has one for the table. */
  readonly isLogged: boolean;
}

/** What a change takes of the memory beside its fields. */
export const changeBytes = 400;

/** The largest ID that can be given. */
export const maxID = 1_000_000_000;

/** What data says about one table of an account. */
export class StagedTable {
  readonly name: string;
  readonly records: StagedRecord[] = [];
  /** Records by their IDs. */
  readonly byID = new Map<number, StagedRecord>();
  /** IDs of records that are deleted and were there until now. */
  readonly deletedNow = new Map<number, StagedDeletion>();
  /** Tables whose IDs it shares. */
  readonly sharesIDsWith: readonly string[];
  readonly references: ReturnType<typeof referencesOf>;
  readonly #key: string;
  readonly #table: Table;
  readonly #reader: RecordReader;

  constructor(table: Table) {
    this.name = table.definition.name;
    this.#key = table.definition.key;
    this.#table = table;
    this.#reader = new RecordReader(table, true);
    this.references = referencesOf(table);
    this.sharesIDsWith = table.definition.sharesIDsWith ?? [];
  }

  /**
   * Reads a record, and answers its ID, if it has one, and about what it will take of the memory.
   * @throws DataFault
   */
  add(where: string, values: Row): Pick<StagedRecord, 'id' | 'fields'> & { readonly bytes: number } {
    const read = this.#reader.read(values);
    if ('problem' in read) throw new DataFault(`${where}: ${read.problem}`);
    const { fields } = read;
    const id = fields[this.#key];
    const record = { where, id: id === undefined ? undefined : Number(id), fields };
    if (record.id !== undefined) this.#keepID(record.id, record);
    this.records.push(record);
    return { id: record.id, fields, bytes: changeBytes + bytesOf(fields) };
  }

  #keepID(id: number, record: StagedRecord): void {
    const about = `${record.where}: ${this.name}`;
    if (!Number.isInteger(id) || id < 1 || id > maxID)
      throw new DataFault(`${about}: ${this.#key} needs a whole number from 1 to ${maxID}`);
    const holder = this.#table.holderOf(id)?.definition.name;
    if (holder !== undefined)
      throw new DataFault(
        `${about}: record ${id} is one of ${holder}, who share their IDs with ${this.name}`,
      );
    const other = this.byID.get(id);
    if (other !== undefined)
      throw new DataFault(`${about}: record ${id} is there twice, the first time in ${other.where}`);
    this.byID.set(id, record);
  }

  /** @throws DataFault where it is deleted twice: what was deleted in the past may have been made again. */
  addDeletion(deletion: StagedDeletion): void {
    const { id, where, timestamp } = deletion;
    const other = this.deletedNow.get(id);
    if (timestamp === undefined && other?.timestamp === undefined && other !== undefined)
      throw new DataFault(`${where}: ${this.name}: record ${id} is deleted twice, first in ${other.where}`);
    this.deletedNow.set(id, deletion);
  }
}

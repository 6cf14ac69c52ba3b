/** A deletion, as getUserOperationsLog shows it. */
export interface LoggedDeletion {
  readonly logID: number;
  readonly userName: string;
  /** Unix seconds. */
  readonly timestamp: number;
  readonly tableName: string;
  readonly itemID: number;
}

/** About what an entry takes of the memory. */
const entryBytes = 120;

/** The deletions of one account, oldest first. */
export class OperationsLog {
  #entries: LoggedDeletion[] = [];

  add(entry: Omit<LoggedDeletion, 'logID'>): void {
    this.#entries.push({ logID: this.#entries.length + 1, ...entry });
  }

  /** About what they take of the memory. */
  get bytes(): number {
    return this.#entries.length * entryBytes;
  }

  save(): readonly LoggedDeletion[] {
    return [...this.#entries];
  }

  load(entries: readonly LoggedDeletion[]): void {
    this.#entries = [...entries];
  }

  since(tableName: string, addedFrom: number): LoggedDeletion[] {
    return this.#entries.filter((entry) => entry.tableName === tableName && entry.timestamp >= addedFrom);
  }
}

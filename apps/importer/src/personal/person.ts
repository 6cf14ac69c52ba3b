/** Whose data. */
export interface Person {
  readonly clientCode: string;
  /** The ID that the customer has in Erply. */
  readonly id: number;
}

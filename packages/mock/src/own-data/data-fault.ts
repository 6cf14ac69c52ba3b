/** Why data was not taken: nothing of it has been applied then. One sentence that says where, in which table and field. */
export class DataFault extends Error {
  override readonly name = 'DataFault';
  /** What the control API answers: 400 for wrong data, 413 for too much at once, 507 for more than accounts may hold. */
  readonly status: 400 | 413 | 507;

  constructor(message: string, status: 400 | 413 | 507 = 400) {
    super(message);
    this.status = status;
  }
}

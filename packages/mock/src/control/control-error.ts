/** Why the control API cannot do what was asked; one sentence with the fix. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  readonly status: 400 | 404 | 405 | 409 | 413 | 415 | 507;

  constructor(status: 400 | 404 | 405 | 409 | 413 | 415 | 507, message: string) {
    super(message);
    this.status = status;
  }
}

/** A record that does not fit: the field that failed and why. Holds no values, so it may be stored and printed. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

/** A line of an example, and which line of its file it is, counted from 1. */
export interface ExampleLine {
  readonly text: string;
  readonly line: number;
}

/** Code of a page or of a docstring that is to compile. */
export interface Example {
  /** The path from the root, with `/`. */
  readonly file: string;
  readonly lines: readonly ExampleLine[];
  /** What a reader is to call its file, which others of the same page may import. */
  readonly name?: string;
  /**
   * A program stands alone, with all its imports. A fragment also knows the names of the prelude, and in a docstring what
   * the package of its file exports.
   */
  readonly kind: 'program' | 'fragment';
}

/** What a file holds of examples. */
export interface ExamplesOfFile {
  readonly examples: readonly Example[];
  /** Examples that are not compiled, each with position and reason. */
  readonly unchecked: readonly string[];
  /** What is wrong with how examples are marked. */
  readonly findings: readonly string[];
}

/** Something that uses the packed packages outside of the workspace, as a user's project would. */
export interface Consumer {
  readonly name: string;
  /** Answers what was used, and in which version; throws when something does not work. */
  use(folder: string): Promise<string>;
}

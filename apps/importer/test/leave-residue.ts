import { DatabaseSync } from 'node:sqlite';

/** Leaves a text in a free page of a database, and says which. */
export function leaveResidue(path: string): string {
  const residue = 'what a page that is free may hold';
  using database = new DatabaseSync(path);
  database.exec(`CREATE TABLE old AS SELECT '${residue}' AS text; DROP TABLE old`);
  return residue;
}

import type { TableLookup } from '../../store/behaviour.ts';

/** Number of the sales document that something is about; `undefined` for none, or for one that is gone. */
export const numberOfDocument = (lookup: TableLookup, documentID: unknown): unknown =>
  documentID ? lookup('salesDocuments').get(Number(documentID))?.number : undefined;

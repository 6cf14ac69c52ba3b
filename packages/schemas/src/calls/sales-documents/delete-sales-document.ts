import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { salesDocuments } from './sales-documents.ts';

/**
 * Deletes a sales document, a confirmed one too: its goods are where they were, its reservation ends, and what it
 * was based on is open again (inferred). One that others are based on, or that a credit invoice takes back, stays (1022,
 * inferred).
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteSalesDocument = defineCall({
  name: 'deleteSalesDocument',
  docs: 'https://learn-api.erply.com/requests/deletesalesdocument',
  effect: 'delete',
  table: salesDocuments,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The document. It is `id` in all other calls. */
    documentID: integer,
  }),
  result: { none: true },
  example: { documentID: 1 },
  errors: [1010, 1011, 1022, 1063, 1204],
  unserved: { errors: [1204] },
  loggable: ['documentID'],
  evidence: 'Documented; that stock goes back, and when 1022 comes, is inferred.',
});

import { type calls, recordOf } from '@erply-kit/schemas';

import { recordWriter } from '../wire/record-writer.ts';
import { type Handler, sessionOf } from './handler.ts';

/** When a session key was made and when it runs out. */
export const getSessionKeyInfo: Handler<typeof calls.getSessionKeyInfo> = (context) => {
  const session = sessionOf(context);
  const record = recordOf(context.call);
  if (record === undefined) throw new Error('getSessionKeyInfo answers a record');
  const text = recordWriter(record)({
    creationUnixTime: session.createdAt,
    expireUnixTime: session.expiresAt,
  });
  return { recordsTotal: 1, records: [text] };
};

import type { calls } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Handler } from '../../generic/handler.ts';
import { savedAnswer, saveRecord } from '../../generic/save.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';

/** Instants of the account's time zone as texts: later ones are greater. */
const textOf = (time: unknown) => String(time ?? '');

/** Whether two events have some time in common: one that ends when the other begins has none. */
const overlap = (one: Row, other: Row) =>
  textOf(one.startTime) < textOf(other.endTime) && textOf(other.startTime) < textOf(one.endTime);

/** 1043: another event keeps the employee busy meanwhile. A `SCHEDULE` only says when the employee is at work. */
function refuseTaken(account: Account, event: Row): void {
  const { eventID, employeeID = 0 } = event;
  if (employeeID === 0) return;
  const table = account.table('events');
  const others = table.find('employeeID', employeeID).filter((id) => id !== eventID);
  for (const id of others) {
    const other = table.get(id);
    if (other !== undefined && other.type !== 'SCHEDULE' && overlap(event, other)) refuse(1043, 'employeeID');
  }
}

/** Makes or edits an event, on demand only where its employee is free. */
export const saveEvent: Handler<typeof calls.saveEvent> = async (context, input) => {
  const { account, call } = context;
  const { notOverlapping, ...fields } = input;
  const isChecked = notOverlapping === 1 && account.hasModule('salon');
  if (isChecked) await account.table('events').index('employeeID');
  const id = saveRecord(context, fields, (saved, before) => {
    if (isChecked) refuseTaken(account, { ...before, ...saved });
    return saved;
  });
  return savedAnswer(call, id);
};

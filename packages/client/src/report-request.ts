import type { Context } from './context.ts';
import type { Flight } from './flight.ts';

/** Reports a request that was sent, whatever became of it. */
export function reportRequest(flight: Flight, context: Context): void {
  if (flight.sentAtMs === undefined) return;
  context.emit({
    kind: 'request',
    call: flight.name,
    calls: flight.items.length,
    attempt: flight.attempt,
    durationMs: flight.receivedAtMs - flight.sentAtMs,
    costUnits: flight.costTenths / 10,
    bytes: flight.reply?.body.byteLength ?? 0,
    ...(flight.reply === undefined ? {} : { httpStatus: flight.reply.status }),
    ...(flight.code === undefined ? {} : { code: flight.code }),
    ...(flight.isBulk ? {} : { input: loggableInput(flight) }),
  });
}

/** Only inputs that their definition allows in logs. */
function loggableInput(flight: Flight): Readonly<Record<string, string>> {
  const [item] = flight.items;
  const loggable = (item?.call.loggable ?? []) as readonly string[];
  return Object.fromEntries(
    loggable.flatMap((name) => {
      const value = item?.parameters.get(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

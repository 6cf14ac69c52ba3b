import type { ApiRequest } from './api-request.ts';
import type { Attempt } from './attempt.ts';
import type { Context } from './context.ts';

/** Reports a try whose request was sent, whatever became of it. */
export function reportAttempt(attempt: Attempt, context: Context): void {
  const { request, number, sentAtMs, endedAtMs = sentAtMs, reply, code } = attempt;
  if (sentAtMs === undefined || endedAtMs === undefined) return;
  context.emit({
    kind: 'request',
    call: request.name,
    calls: request.items.length,
    attempt: number,
    durationMs: endedAtMs - sentAtMs,
    costUnits: request.costTenths / 10,
    bytes: reply?.body.byteLength ?? 0,
    ...(reply === undefined ? {} : { httpStatus: reply.status }),
    ...(code === undefined ? {} : { code }),
    ...(request.isBulk ? {} : { input: selectLoggable(request) }),
  });
}

/** Only inputs that their definition allows in logs. */
function selectLoggable({ items: [item] }: ApiRequest): Readonly<Record<string, string>> {
  const loggable = (item?.call.loggable ?? []) as readonly string[];
  return Object.fromEntries(
    loggable.flatMap((name) => {
      const value = item?.parameters.get(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

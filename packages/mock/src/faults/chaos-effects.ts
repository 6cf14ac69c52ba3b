import type { FaultEffect } from './fault-rule.ts';

/** Effects that take a number, as in `httpStatus:503`. */
const numbered: Readonly<Record<string, (value: number) => FaultEffect>> = {
  errorCode: (errorCode) => ({ errorCode }),
  httpStatus: (httpStatus) => ({ httpStatus }),
  latencyMs: (latencyMs) => ({ latencyMs }),
  truncateAtByte: (truncateAtByte) => ({ truncateAtByte }),
  slowBytesPerSecond: (slowBytesPerSecond) => ({ slowBytesPerSecond }),
};

/** Effects that chaos names with nothing behind them. */
const plain: Readonly<Record<string, FaultEffect>> = {
  'drop:before': { drop: 'before' },
  'drop:after': { drop: 'after' },
  emptyBody: { emptyBody: true },
  invalidJson: { invalidJson: true },
  expireSession: { expireSession: true },
};

/** How the effects that chaos can have are named; `:N` stands for a number. */
export const chaosEffectNames: readonly string[] = [
  ...Object.keys(plain),
  ...Object.keys(numbered).map((name) => `${name}:N`),
];

/** The effect of a name as `drop:after` or `httpStatus:503`; its number is not checked. */
export function chaosEffect(name: string): FaultEffect | undefined {
  if (Object.hasOwn(plain, name)) return plain[name];
  const [kind = '', value = ''] = name.split(':', 2);
  if (!Object.hasOwn(numbered, kind) || !/^\d{1,15}$/.test(value)) return undefined;
  return name === `${kind}:${value}` ? numbered[kind]?.(Number(value)) : undefined;
}

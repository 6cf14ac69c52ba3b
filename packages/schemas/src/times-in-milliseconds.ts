import type * as z from 'zod';

import { isInMilliseconds } from './wire/milliseconds.ts';
import { wireOf } from './wire/wire.ts';

type Shape = Readonly<Record<string, z.ZodType>>;

const timesOf = new WeakMap<Shape, readonly string[]>();

/** Which of these are seconds since 1970. Found once: most calls have a hundred inputs, and one of this kind. */
function timesIn(shape: Shape): readonly string[] {
  let names = timesOf.get(shape);
  if (names === undefined) {
    names = Object.keys(shape).filter((name) =>
      wireOf(shape[name] as z.ZodType)?.name.startsWith('unixSeconds'),
    );
    timesOf.set(shape, names);
  }
  return names;
}

/**
 * Inputs of a call, or fields of a record, that Erply reads as seconds since 1970 and that can only be milliseconds.
 * It takes them all the same, and then a `changedSince` finds nothing, for ever. Values are in documented types.
 */
export function timesInMilliseconds(
  shape: Shape,
  values: Readonly<Record<string, unknown>>,
): readonly string[] {
  return timesIn(shape).filter((name) => isInMilliseconds(values[name]));
}

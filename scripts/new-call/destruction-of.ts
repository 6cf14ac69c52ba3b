import type { AnyCall } from '@erply-kit/schemas';

/** What the tag `@remarks` of a destructive call says; `undefined` for any other. */
export function destructionOf(call: Pick<AnyCall, 'effect' | 'destructive'>): string | undefined {
  if (call.effect === 'delete') return 'Destructive: it cannot be undone. Ask first.';
  return (
    call.destructive &&
    `Destructive unless ${call.destructive.unless} is 0: a confirmed document has moved stock or money and is locked. Ask first.`
  );
}

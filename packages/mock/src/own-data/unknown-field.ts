import * as z from 'zod';

const unwrapped = (schema: unknown): unknown =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodLazy ? unwrapped(schema.unwrap()) : schema;

function ofObject(schema: z.ZodObject, value: object): string | undefined {
  const { catchall } = schema.def;
  for (const [name, item] of Object.entries(value)) {
    const known = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    if (known === undefined && (catchall === undefined || catchall instanceof z.ZodUnknown)) return name;
    const unknown = unknownField(known ?? catchall, item);
    if (unknown !== undefined) return `${name}.${unknown}`;
  }
  return undefined;
}

/** The first field inside a value that its definition does not have: no answer would ever show it. */
export function unknownField(schema: unknown, value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) return ofObject(inner, value);
  if (!(inner instanceof z.ZodArray) || !Array.isArray(value)) return undefined;
  for (const item of value) {
    const unknown = unknownField(inner.element, item);
    if (unknown !== undefined) return unknown;
  }
  return undefined;
}

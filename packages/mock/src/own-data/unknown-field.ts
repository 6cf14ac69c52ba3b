import * as z from 'zod';

interface UnknownField {
  readonly name: string;
  /** The way to what it is a field of. */
  readonly within: readonly PropertyKey[];
}

const inside = (step: PropertyKey, { name, within }: UnknownField) => ({ name, within: [step, ...within] });

const unwrapped = (schema: unknown): unknown =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodLazy ? unwrapped(schema.unwrap()) : schema;

function ofObject(schema: z.ZodObject, value: object): UnknownField | undefined {
  const { catchall } = schema.def;
  for (const [name, item] of Object.entries(value)) {
    const known = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    if (known === undefined && (catchall === undefined || catchall instanceof z.ZodUnknown))
      return { name, within: [] };
    const unknown = unknownField(known ?? catchall, item);
    if (unknown !== undefined) return inside(name, unknown);
  }
  return undefined;
}

/** The first field inside a value that its definition does not have: no answer would ever show it. */
export function unknownField(schema: unknown, value: unknown): UnknownField | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) return ofObject(inner, value);
  if (!(inner instanceof z.ZodArray) || !Array.isArray(value)) return undefined;
  for (const [index, item] of value.entries()) {
    const unknown = unknownField(inner.element, item);
    if (unknown !== undefined) return inside(index, unknown);
  }
  return undefined;
}

import * as z from 'zod';

/**
 * A path by the names of a definition. Anything else in it (the index in a list, a key that the server has chosen) is
 * `*`: it would make a new path of each record, and may be any word.
 */
export function describePath(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const [first, ...rest] = path;
  if (first === undefined) return [];
  const at = bare(schema);
  if (at instanceof z.ZodObject) {
    const field = Object.hasOwn(at.shape, first) ? (at.shape[String(first)] as z.ZodType) : undefined;
    return field ? [String(first), ...describePath(field, rest)] : ['*'];
  }
  if (at instanceof z.ZodArray) return ['*', ...describePath(at.element as z.ZodType, rest)];
  if (at instanceof z.ZodRecord) return ['*', ...describePath(at.valueType as z.ZodType, rest)];
  return ['*'];
}

function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? bare(schema.unwrap() as z.ZodType)
    : schema;
}

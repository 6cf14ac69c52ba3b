import * as z from 'zod';

import { lazily } from './lazily.ts';

/** A record of Erply's answers; its fields stand in the order in which Erply prints them. Built at first use. */
export type RecordDefinition<TShape extends z.ZodRawShape = z.ZodRawShape> = () => z.ZodObject<TShape, z.core.$loose>;

/** The record as TypeScript sees it: documented types, after decoding. */
export type RecordOf<TRecord extends RecordDefinition> = z.output<ReturnType<TRecord>>;

/** Declares a record by its fields. Fields that we do not know pass through untouched. */
export function defineRecord<TShape extends z.ZodRawShape>(shape: () => TShape): RecordDefinition<TShape> {
  return lazily(() => z.looseObject(shape()));
}

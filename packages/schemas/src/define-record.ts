import * as z from 'zod';

import { lazily } from './lazily.ts';

/** A record of Erply's answers; its fields stand in the order in which Erply prints them. Built at first use. */
export type RecordDefinition<
  TShape extends z.ZodRawShape = z.ZodRawShape,
  TConfig extends z.core.$ZodObjectConfig = z.core.$ZodObjectConfig,
> = () => z.ZodObject<TShape, TConfig>;

/** A record with known fields, and maybe others. */
export type FieldsDefinition<TShape extends z.ZodRawShape> = RecordDefinition<TShape, z.core.$loose>;

/** The record as TypeScript sees it: documented types, after decoding. */
export type RecordOf<TRecord extends RecordDefinition> = z.output<ReturnType<TRecord>>;

/** Declares a record by its fields. Fields that we do not know pass through unchanged. */
export function defineRecord<TShape extends z.ZodRawShape>(shape: () => TShape): FieldsDefinition<TShape> {
  return lazily(() => z.looseObject(shape()));
}

/** Declares a record whose keys are names that we do not know beforehand, all with one type of value. */
export function defineMap<TValue extends RecordDefinition>(value: TValue) {
  return lazily(() => z.object({}).catchall(value() as ReturnType<TValue>));
}

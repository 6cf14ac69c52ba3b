import { type Wire, wireOf } from '@erply-kit/schemas';

/** A zod schema, as far as pages need to look into it. */
export type Schema = Parameters<typeof wireOf>[0];

/** The parts of a zod definition that say what is inside. */
interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly options?: readonly Schema[];
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly catchall?: Schema;
}

const definitionOf = (schema: Schema) => schema.def as unknown as Definition;

export function isOptional(schema: Schema): boolean {
  return definitionOf(schema).type === 'optional';
}

/** The schema without `optional` and `nullable` around it. */
export function bare(schema: Schema): Schema {
  const { type, innerType } = definitionOf(schema);
  return innerType && (type === 'optional' || type === 'nullable') ? bare(innerType) : schema;
}

/** How a field looks on the wire, as a page describes it. */
export type Form = Omit<Wire, 'type'> & { readonly type: Wire['type'] | 'any' };

/** How a field looks on the wire; a schema without a codec of ours is an error of its definition. */
export function formOf(schema: Schema): Form {
  const known = wireOf(schema) ?? wireOf(bare(schema));
  if (known) return known;
  const { type } = definitionOf(bare(schema));
  if (type === 'unknown') return { name: 'anything', type: 'any' };
  throw new Error(`a ${type} without a wire codec`);
}

/** What a list, a map or a choice holds; `undefined` for anything else. */
export function elementOf(schema: Schema): Schema | undefined {
  const { element, valueType, options } = definitionOf(bare(schema));
  return element ?? valueType ?? options?.[0];
}

/** What an object of unknown keys holds under each; `undefined` for one with fields of its own. */
export function anyKeyOf(schema: Schema): Schema | undefined {
  const { shape, catchall } = definitionOf(bare(schema));
  if (!shape || Object.keys(shape).length > 0) return undefined;
  return catchall && definitionOf(catchall).type === 'object' ? catchall : undefined;
}

/** The fields of an object, also inside lists and maps; `undefined` where there are none. */
export function fieldsOf(schema: Schema): Readonly<Record<string, Schema>> | undefined {
  const { shape } = definitionOf(bare(schema));
  const element = elementOf(schema) ?? anyKeyOf(schema);
  if (shape && !element) return shape;
  return element && fieldsOf(element);
}

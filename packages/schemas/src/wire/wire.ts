import * as z from 'zod';

/** The JSON type that a field has on Erply's wire. */
export type WireType = 'number' | 'string' | 'boolean' | 'array' | 'object';

/** What is known of a field's spelling on the wire, beside its zod codec. */
export interface Wire {
  /** Name of the codec, as docs print it. */
  readonly name: string;
  /** JSON type of a set value. Inputs are always text, whatever this says. */
  readonly type: WireType;
  /** What Erply sends when the field has no value. A field without it always has one. */
  readonly unset?: '' | 0 | '0' | '0.00' | '0000-00-00' | null;
  /** Decimals that a number inside quotes has at least: "12.50". */
  readonly leastDecimals?: number;
  /** The words allowed, where they are a closed list. */
  readonly values?: readonly string[];
  /** The words are read in any case. */
  readonly anyCase?: true;
}

/** The word of a closed list that a text is meant as: the text itself, or the same letters in another case. */
export function meantWord<TWord extends string>(words: readonly TWord[], text: string): TWord | undefined {
  if (words.includes(text as TWord)) return text as TWord;
  // A text may be as long as a body: what cannot be one of the words is not turned into small letters.
  if (!words.some((word) => word.length === text.length)) return undefined;
  const small = text.toLowerCase();
  return words.find((word) => word.toLowerCase() === small);
}

/**
 * Erply's error code for an input that a codec refuses: 1014 wrong type or format, 1016 value not allowed, 1029 an
 * element of a list, 1162 list too long, 1195 no such language.
 */
export type RefusalCode = 1014 | 1016 | 1029 | 1162 | 1195;

const wires = z.registry<Wire>();

interface Spelling<TDocumented extends z.ZodType> {
  readonly documented: TDocumented;
  /** Reads any spelling that Erply is known to send. `refuse` reports why it cannot. */
  decode(wire: unknown, refuse: (message: string, code?: RefusalCode) => never): z.input<TDocumented>;
  /** Prints the one spelling that Erply sends for this field. */
  encode(value: z.output<TDocumented>): unknown;
}

/** From any spelling on the wire to the documented type. Has a name so that editors print it short. */
export interface WireCodec<TDocumented extends z.ZodType>
  extends z.ZodCodec<z.ZodType<unknown>, TDocumented> {}

/** A zod codec from Erply's spelling to the documented type, that remembers how the field looks on the wire. */
export function wireCodec<TDocumented extends z.ZodType>(
  wire: Wire,
  spelling: Spelling<TDocumented>,
): WireCodec<TDocumented> {
  // Older servers leave fields out: what can be unset may be absent, and decodes to the unset value.
  const wireSide: z.ZodType<unknown> = wire.unset === undefined ? z.unknown() : z.unknown().optional();
  const codec = z.codec(wireSide, spelling.documented, {
    decode(value, context) {
      return spelling.decode(value, (message, code = 1014) => {
        context.issues.push({ code: 'custom', input: value, message, params: { erplyCode: code } });
        return z.NEVER;
      });
    },
    encode: (value) => spelling.encode(value as z.output<TDocumented>),
  });
  wires.add(codec, wire);
  return codec;
}

/** Attaches wire knowledge to a zod schema that is not a codec: an array or an object. */
export function withWire<TSchema extends z.ZodType>(schema: TSchema, wire: Wire): TSchema {
  wires.add(schema, wire);
  return schema;
}

/** How a field looks on the wire; `undefined` for a schema that no codec of ours made. */
export function wireOf(schema: z.ZodType): Wire | undefined {
  if (schema instanceof z.ZodOptional) return wireOf(schema.unwrap() as z.ZodType);
  const known = wires.get(schema);
  if (known) return known;
  if (schema instanceof z.ZodArray) return { name: 'array', type: 'array' };
  if (schema instanceof z.ZodObject) return { name: 'object', type: 'object' };
  if (schema instanceof z.ZodRecord) return { name: 'map', type: 'object' };
  return undefined;
}

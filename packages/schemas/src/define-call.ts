import type * as z from 'zod';

import type { RecordDefinition, RecordOf } from './define-record.ts';
import type { TableDefinition } from './define-table.ts';
import { lazily } from './lazily.ts';
import type { ModuleInput, ModuleName } from './modules.ts';
import type { SaveRule } from './save-rules.ts';

/** What a call gives back: an array of records, an array with exactly one, a bare object, or nothing. */
export type ResultDefinition<TRecord extends RecordDefinition = RecordDefinition> =
  | { readonly list: TRecord }
  | { readonly one: TRecord }
  | { readonly object: TRecord }
  | { readonly none: true };

export interface PagingDefinition<TInput = never> {
  /** Records on a page when the request does not say. */
  readonly defaultPageSize: number;
  /** The most records on a page; it may depend on other inputs. */
  maxPageSize(input: TInput): number;
  /** Inputs that give an order in which changed records keep their position and new ones come last. */
  readonly stableOrder?: Readonly<Record<string, string>>;
  /** The field that `stableOrder` sorts by, ascending. */
  readonly stableKey?: string;
  /** The input that starts a page at any row, counted from 0. */
  readonly offset?: 'recordOffset';
}

/** What `orderBy` and `orderByDir` of a list mean; records that are alike stand by ID. */
export interface OrderDefinition {
  /** The field that each word of `orderBy` sorts by. */
  readonly fields: Readonly<Record<string, string>>;
  /** The word that counts when the request says none. */
  readonly orderBy: string;
  /** The direction that counts when the request says none. */
  readonly orderByDir: 'asc' | 'desc';
}

/** What an input looks for: it `equals` one of these fields, or is in it somewhere, in capitals or not. */
export interface SearchDefinition {
  readonly match: 'equals' | 'contains';
  readonly fields: readonly string[];
}

/** A rule between inputs, refused with 1013 (or 1010 where `needs` is the reason). */
export type InputRule =
  | { readonly kind: 'notTogether'; readonly inputs: readonly string[] }
  | { readonly kind: 'needs'; readonly input: string; readonly needs: string };

/**
 * An input of a list call that lists what a field may be, or where a span of instants begins or ends (or of days):
 * both ends are inside of it, and what has no instant is not.
 */
export interface ListFilter {
  /** The field of the table's rows. */
  readonly field: string;
  readonly by: 'oneOf' | 'from' | 'to';
}

/** The field of a record that shows what was sent. */
export type ShownField =
  /** Its name, where it shows the value as it was sent. */
  | string
  /** A number that is kept with so many decimals. */
  | { readonly field: string; readonly decimals: number }
  /** A list whose rows stand in the order in which they were sent, with the field that shows each input of a row. */
  | { readonly field: string; readonly rows: Readonly<Record<string, ShownField>> };

/** How a record that was saved, though the answer was lost, is found again by what was sent. */
export interface FindSaved {
  /** The call that lists such records. */
  readonly call: AnyCall;
  /** Its input that leaves out what was not made or changed since an instant. */
  readonly since: string;
  /** Other inputs that it needs to show what is compared. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Its inputs that choose by an input of the save, where that was sent. */
  readonly asks: Readonly<Record<string, string>>;
  /**
   * For each input of the save that the record shows, the field of it. Only what Erply keeps as it is sent, or in
   * another spelling that is the same for all: a number that it may exchange for another one says nothing.
   */
  readonly shows: Readonly<Record<string, ShownField>>;
  /** Input and field of the day. Without the input it is the day on which the record was made. */
  readonly day: string;
  /** Input and field of the instant at which the record was made. */
  readonly made: string;
}

/**
 * A save that Erply makes once for a key of the client's, so that it can be repeated after a lost answer: then it
 * refuses with 1206 what it has already, and does not say which record that is.
 */
export interface SafeRepeat {
  /** The input that takes the key. */
  readonly key: string;
  readonly find: FindSaved;
  /** Fields of the save's answer that the found record has under another name. */
  readonly answer: Readonly<Record<string, string>>;
  /** The word that later calls of the same bulk request may put for the ID that this one answers. */
  readonly placeholder?: string;
}

type InputOfShape<TShape extends z.ZodRawShape> = z.output<z.ZodObject<TShape, z.core.$strip>>;

export interface CallSpec<
  TName extends string,
  TShape extends z.ZodRawShape,
  TResult extends ResultDefinition,
> {
  /** Erply's name of the call, as sent in `request`. */
  readonly name: TName;
  /** Address of Erply's own page about it. */
  readonly docs: string;
  readonly effect: 'read' | 'write' | 'delete';
  /** The table it reads or writes, where it is one. */
  readonly table?: TableDefinition;
  /** The right that the user needs on the table (1060 to 1063 without it). `save`: add or edit, by what is saved. */
  readonly right?: 'view' | 'add' | 'edit' | 'save' | 'delete';
  /** What the right is on where that is not the call's table: users are in none. */
  readonly rightOn?: 'users';
  /** `expiredOk`: a session that ran out lately is accepted. */
  readonly session: 'none' | 'required' | 'expiredOk';
  /** Every input that Erply documents, beside those that all calls share. Optional unless Erply requires it. */
  readonly input: () => TShape;
  readonly rules?: readonly InputRule[];
  /** Rules of a save that Erply has codes of their own for. */
  readonly saveRules?: readonly SaveRule[];
  /**
   * An input, in documented types, that the call answers in a shop of the dataset demo: its page shows it. A list shows
   * its first page, so most lists have no other.
   * @default {}
   */
  readonly example?: NoInfer<InputOfShape<TShape>>;
  /** The module that an account needs for the call (1006 without it). */
  readonly module?: ModuleName;
  /** Inputs that only accounts with a module have. */
  readonly moduleInputs?: Readonly<Partial<Record<Extract<keyof TShape, string>, ModuleInput>>>;
  /** How the records of a list are sorted; by ID without it. */
  readonly order?: OrderDefinition;
  /** Inputs that look for a text in fields of other names. */
  readonly searches?: Readonly<Partial<Record<Extract<keyof TShape, string>, SearchDefinition>>>;
  /** Inputs that choose by a list of values or by a span of time. */
  readonly filters?: Readonly<Partial<Record<Extract<keyof TShape, string>, ListFilter>>>;
  /** The input that names the record to edit, where the answer of the save has another name for its ID. */
  readonly idInput?: Extract<keyof TShape, string>;
  /** How it is repeated after a lost answer; without it a write is not. */
  readonly repeat?: SafeRepeat;
  /**
   * It does what cannot be taken back (confirms a document, say) unless this flag is 0. A call with the effect `delete`
   * always does.
   */
  readonly destructive?: { readonly unless: Extract<keyof TShape, string> };
  /** What a new record needs (1010 without it): of each list one input at least. */
  readonly createNeeds?: readonly (readonly Extract<keyof TShape, string>[])[];
  /** A record that others refer to is not deleted but refused with this code. */
  readonly inUse?: 1022 | 1063;
  readonly result: TResult;
  /** Fields that only come with `responseMode=detail`. */
  readonly detailFields?: readonly string[];
  readonly paging?: PagingDefinition<InputOfShape<TShape>>;
  /** The answer's `recordsTotal` comes inside quotes. */
  readonly recordsTotalIsString?: true;
  /** The call can answer with a link to a CSV file (`responseType=CSV`). */
  readonly csv?: 'latin1';
  /** Codes that Erply documents for it, beside those that any call can give. */
  readonly errors: readonly number[];
  /** Inputs that hold neither secrets nor personal data and may be logged. */
  readonly loggable: readonly Extract<keyof TShape, string>[];
  /** Inputs that nobody may ever be shown: passwords, PINs, tokens. */
  readonly secret?: readonly Extract<keyof TShape, string>[];
  /** Inputs, fields and codes that the fake does not serve yet; using such an input is refused with 1016. */
  readonly unserved?: {
    readonly inputs?: readonly Extract<keyof TShape, string>[];
    readonly fields?: readonly string[];
    /** Of `errors` those that it answers only by a fault rule. */
    readonly errors?: readonly number[];
  };
  /** The call or service that Erply recommends instead. */
  readonly deprecated?: string;
  /** How sure we are of names and wire types, and from what. */
  readonly evidence: string;
}

export interface CallDefinition<
  TName extends string = string,
  TShape extends z.ZodRawShape = z.ZodRawShape,
  TResult extends ResultDefinition = ResultDefinition,
> extends CallSpec<TName, TShape, TResult> {}

/** Any call, where its input and result do not matter. */
// biome-ignore lint/suspicious/noExplicitAny: a call with a concrete input is not a call with an unknown one (paging takes it).
export type AnyCall = CallDefinition<string, any, any>;

/** Input of a call in documented types. */
export type InputOf<TCall extends AnyCall> = InputOfShape<ReturnType<TCall['input']>>;

/** One record of a call's answer in documented types. */
export type AnswerOf<TCall extends AnyCall> = TCall['result'] extends
  | { readonly list: infer TRecord extends RecordDefinition }
  | { readonly one: infer TRecord extends RecordDefinition }
  | { readonly object: infer TRecord extends RecordDefinition }
  ? RecordOf<TRecord>
  : undefined;

/** Declares a call: one value from which client, mock, validation and docs are derived. */
export function defineCall<
  const TName extends string,
  TShape extends z.ZodRawShape,
  const TResult extends ResultDefinition,
>(spec: CallSpec<TName, TShape, TResult>): CallDefinition<TName, TShape, TResult> {
  return { ...spec, input: lazily(spec.input) };
}

/**
 * The input that names the record to update, which is the field that the save answers unless the call says otherwise:
 * `productUnitID` of saveProductUnit, whose read call says `unitID`. `undefined` for a call that saves nothing.
 */
export const savedIDInput = (call: AnyCall): string | undefined => call.idInput ?? savedIDField(call);

/** Whether the input of a save names no record, so that it makes a new one. */
export function isNewRecord(call: AnyCall, input: Readonly<Record<string, unknown>>): boolean {
  const id = savedIDInput(call);
  return id !== undefined && (input[id] ?? 0) === 0;
}

/** The field in which a save answers the ID. `undefined` for a call that saves nothing. */
export function savedIDField(call: AnyCall): string | undefined {
  const record = call.right === 'save' ? recordOf(call) : undefined;
  if (record === undefined) return undefined;
  const fields = Object.keys(record().shape);
  // saveCustomer answers an older name of the same ID first.
  return fields.find((field) => Object.hasOwn(call.input(), field)) ?? fields[0];
}

/** The record of a call's answer, or `undefined` where it has none. */
export function recordOf(call: AnyCall): RecordDefinition | undefined {
  const result = call.result as ResultDefinition;
  if ('list' in result) return result.list;
  if ('one' in result) return result.one;
  if ('object' in result) return result.object;
  return undefined;
}

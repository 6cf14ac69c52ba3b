export * as calls from './calls/index.ts';
export { grossPrice } from './calls/products/gross-price.ts';
export { packagingMaterials } from './calls/products/packaging-materials.ts';
export { reportLink } from './calls/report-link.ts';
export { closest } from './closest.ts';
export { currentInvoiceID } from './current-invoice-id.ts';
export {
  type AnswerOf,
  type AnyCall,
  type CallDefinition,
  type CallSpec,
  defineCall,
  type FindSaved,
  type InputOf,
  type InputRule,
  isNewRecord,
  type ListFilter,
  type OrderDefinition,
  type PagingDefinition,
  type ResultDefinition,
  recordOf,
  type SafeRepeat,
  type SearchDefinition,
  type ShownField,
  savedIDField,
  savedIDInput,
} from './define-call.ts';
export {
  defineMap,
  defineRecord,
  type FieldsDefinition,
  type RecordDefinition,
  type RecordOf,
} from './define-record.ts';
export { type ChildList, defineTable, type Join, type RowOf, type TableDefinition } from './define-table.ts';
export { type Status, status } from './envelope.ts';
export type { ErrorAction, ErrorCode, ErrorKind } from './errors/error-code.ts';
export { errorCode, errorCodes } from './errors/error-codes.ts';
export {
  type DecodedInput,
  decodeInput,
  encodeInput,
  hasParameter,
  type InputProblem,
  inputOfParameter,
  type ParameterValue,
  type RespelledInput,
} from './input-codec.ts';
export { isDestructive } from './is-destructive.ts';
export { isSafeRepeat } from './is-safe-repeat.ts';
export { lazily } from './lazily.ts';
export { limits } from './limits.ts';
export { type ModuleInput, type ModuleName, modules } from './modules.ts';
export { isProtocolParameter, pagingParameters, protocolParameters } from './protocol-parameters.ts';
export { protocolWords } from './protocol-words.ts';
export { type BrokenRule, brokenSaveRules, inputsOfRule, type SaveRule } from './save-rules.ts';
export type { RowOfTable, TableName } from './table-name.ts';
export * as tables from './tables.ts';
export { timesInMilliseconds } from './times-in-milliseconds.ts';
export { plainDecimal } from './wire/decimal.ts';
export { language, languages } from './wire/language.ts';
export { isInMilliseconds } from './wire/milliseconds.ts';
export { phpJson } from './wire/php-json.ts';
export { phpRound } from './wire/php-round.ts';
export { meantWord, type Wire, type WireType, wireOf } from './wire/wire.ts';

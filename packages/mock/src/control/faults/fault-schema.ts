import * as z from 'zod';

import { errorCode, lazily, limits } from '@erply-kit/schemas';

import { maxLatencyMs } from '../../request/answer-damage.ts';
import { name, namedValues, recordID, text } from '../body-fields.ts';
import { bodySchema } from '../check-body.ts';

/** A whole number from one to another. */
function between(least: number, most = Number.MAX_SAFE_INTEGER) {
  const error =
    most === Number.MAX_SAFE_INTEGER
      ? `a whole number of ${least} or more`
      : `a whole number from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

const onlyTrue = () => z.literal(true, { error: 'true' });

const beforeOrAfter = () => z.enum(['before', 'after'], { error: 'before or after' });

/** What the names and values of headers may take all together, in characters. */
const maxHeaderLength = 8 * 1024;

/** They belong to one connection, or say how long the body is: the fake sets them. */
const connectionHeaders = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const headerName = /^[!#$%&'*+.^_`|~\w-]{1,200}$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;

function headerProblem(name: string, value: unknown): string | undefined {
  if (!headerName.test(name)) return 'a name that HTTP allows';
  if (connectionHeaders.has(name.toLowerCase())) return 'to be left out: the fake sets it';
  if (typeof value !== 'string' || !headerValue.test(value)) return 'a text without control characters';
  return undefined;
}

const headers = () =>
  namedValues<string>('an object of texts, as {"Retry-After": "5"}').superRefine((values, context) => {
    let length = 0;
    for (const [name, value] of Object.entries(values)) {
      length += name.length + String(value).length;
      const message = headerProblem(name, value);
      if (message !== undefined) context.addIssue({ code: 'custom', path: [name], message });
    }
    if (length > maxHeaderLength)
      context.addIssue({ code: 'custom', message: `at most ${maxHeaderLength} characters all together` });
  });

const body = () =>
  z.custom<unknown>((value) => typeof value === 'string' || (typeof value === 'object' && value !== null), {
    error: 'a text, or an object that is sent as JSON',
  });

/** A record's ID, also in the object that created it was answered with. */
const writtenID = () =>
  z.union([recordID(), z.strictObject({ id: recordID() }).transform(({ id }) => id)], {
    error: 'the ID of a record, as 5 or {"id": 5}',
  });

/** Records that one fault changes. */
const maxMutations = 100;

const mutations = () =>
  z
    .array(
      bodySchema('a mutation has no', {
        table: name(),
        op: z.enum(['insert', 'update', 'delete'], { error: 'insert, update or delete' }),
        id: writtenID().exactOptional(),
        values: namedValues<unknown>('an object of fields').exactOptional(),
      }),
      { error: 'a list, as [{"table": "products", "op": "delete", "id": 5}]' },
    )
    .min(1, { error: 'at least one mutation' })
    .max(maxMutations, { error: `at most ${maxMutations} mutations` });

const erplyCode = () => {
  const error = "one of Erply's error codes, as 1002";
  return z.int({ error }).refine((code) => errorCode(code) !== undefined, { error });
};

/** What makes an effect; `latencyMs` stands alone or beside another. */
const effects = () => ({
  errorCode: erplyCode(),
  httpStatus: between(200, 599),
  drop: beforeOrAfter(),
  truncateAtByte: between(0),
  slowBytesPerSecond: between(1),
  emptyBody: onlyTrue(),
  invalidJson: onlyTrue(),
  expireSession: onlyTrue(),
  mutate: mutations(),
  latencyMs: between(0, maxLatencyMs),
});

/** What belongs to one effect and says more of it. */
const details = () => ({ errorField: name(), headers: headers(), body: body(), when: beforeOrAfter() });

const ownerOf: Readonly<Record<string, string>> = {
  errorField: 'errorCode',
  headers: 'httpStatus',
  body: 'httpStatus',
  when: 'mutate',
};

/** Statuses whose answers have no body. */
const bodiless: readonly unknown[] = [204, 205, 304];

function effectProblem(effect: Readonly<Record<string, unknown>>): string | undefined {
  const kinds = Object.keys(effect).filter((key) => ownerOf[key] === undefined && key !== 'latencyMs');
  if (kinds.length > 1) return `one effect, and has ${kinds.join(' and ')}: write a rule for each`;
  if (kinds.length === 0 && effect.latencyMs === undefined)
    return `an effect: ${Object.keys(effects()).join(', ')}`;
  for (const [detail, owner] of Object.entries(ownerOf))
    if (detail in effect && !(owner in effect)) return `${owner}, which ${detail} is part of`;
  if ('body' in effect && bodiless.includes(effect.httpStatus))
    return `no body: an answer with HTTP ${effect.httpStatus} has none`;
  return undefined;
}

/** All of them may be left out: which belong together is checked afterwards. */
const optionals = <TShape extends Readonly<Record<string, z.ZodType>>>(shape: TShape) =>
  Object.fromEntries(Object.entries(shape).map(([key, type]) => [key, type.exactOptional()])) as {
    [K in keyof TShape]: z.ZodExactOptional<TShape[K]>;
  };

/** One effect. */
export const effectBody = lazily(() =>
  bodySchema('an effect has no', { ...optionals(effects()), ...optionals(details()) }).superRefine(
    (effect, context) => {
      const message = effectProblem(effect);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    },
  ),
);

const matchBody = () =>
  bodySchema(
    'a match has no',
    optionals({
      request: name(),
      page: between(1),
      nth: between(1),
      subRequest: between(0, limits.subRequestsPerBulk - 1),
      user: text(),
      input: namedValues<unknown>('an object of inputs, as {"productID": 5}'),
      report: onlyTrue(),
    }),
  );

/** A rule. */
export const ruleBody = lazily(() =>
  bodySchema('a fault has no', {
    match: matchBody().exactOptional(),
    times: between(1).exactOptional(),
    effect: effectBody(),
  }),
);

import type { Context } from 'hono';

import { outlineOf } from '../wire/json-outline.ts';
import { readBody } from '../wire/read-body.ts';
import { ControlError } from './control-error.ts';

/** The largest body that the control API reads, how much it may hold, and how deep it may be nested. */
const maxBodyBytes = 16 * 1024 * 1024;
const maxValues = 100_000;
const maxDepth = 512;

async function textOf(c: Context): Promise<string> {
  const body = await readBody(c.req.raw, maxBodyBytes);
  if (body === 'tooLarge') throw new ControlError(413, `the body is larger than ${maxBodyBytes} bytes`);
  if (body === 'brokenOff') throw new ControlError(400, 'the body broke off');
  return body.text;
}

/**
 * The JSON object that a request has as its body; an empty one where it has none and needs none, as a `PUT` always does.
 * It is not checked yet: that is done by the verb that takes it, which programs call as well.
 */
export async function jsonBody<TBody extends object>(
  c: Context,
  isNeeded = c.req.method === 'PUT',
): Promise<TBody> {
  const text = await textOf(c);
  if (text === '' && isNeeded) throw new ControlError(400, 'a body is needed: a JSON object');
  if (text === '') return {} as TBody;
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw new ControlError(415, 'send the body as Content-Type: application/json');
  }
  const { values, depth } = outlineOf(text, maxValues);
  if (values > maxValues) throw new ControlError(413, `the body holds more than ${maxValues} values`);
  if (depth > maxDepth) throw new ControlError(400, `the body is nested deeper than ${maxDepth}`);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ControlError(400, 'the body is not JSON');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new ControlError(400, 'the body needs a JSON object');
  return body as TBody;
}

import { Failure } from '../errors/failure.ts';
import { isKnownCall } from '../is-known-call.ts';
import { countFields } from './encode-form.ts';
import type { Preparation } from './step.ts';

/**
 * Refuses a form with more fields than the server is known to read: it would drop the last ones, which are rows of a
 * document, and answer as if nothing were missing.
 */
export const limitFields: Preparation = (request, context) => {
  const { maxFormFields } = context.settings;
  const fields = countFields(request);
  if (fields <= maxFormFields) return request;
  const { name } = request;
  const asValue = isKnownCall(name) ? `client.${name}.request(…)` : `client.call.request('${name}', …)`;
  const remedy = `send it with client.bulk([${asValue}]), which has no such limit`;
  throw new Failure(
    `${fields} form fields are more than the ${maxFormFields} that the server is known to read (maxFormFields); ${remedy}`,
    { kind: 'usage', recovery: 'none' },
  );
};

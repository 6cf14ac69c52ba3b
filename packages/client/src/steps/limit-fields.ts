import { Fault } from '../errors/fault.ts';
import { countFields } from './form.ts';
import type { Step } from './step.ts';

/**
 * Refuses a form with more fields than the server is known to read: it would drop the last ones, which are rows of a
 * document, and answer as if nothing were missing.
 */
export const limitFields: Step = (flight, context) => {
  const { maxFormFields } = context.settings;
  const fields = countFields(flight);
  if (fields <= maxFormFields) return;
  const remedy = `send it with client.bulk([client.${flight.name}.request(…)]), which has no such limit`;
  throw new Fault(
    `${fields} form fields are more than the ${maxFormFields} that the server is known to read (maxFormFields); ${remedy}`,
    { kind: 'usage', cure: 'none' },
  );
};

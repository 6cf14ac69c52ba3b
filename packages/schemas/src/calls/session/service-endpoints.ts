import { defineMap, defineRecord } from '../../define-record.ts';
import { trueOrFalse } from '../../wire/flag.ts';
import { text } from '../../wire/text.ts';

const serviceEndpoint = defineRecord(() => ({
  /** Whether it is the sandbox of the service. */
  isSandbox: trueOrFalse,
  /** Base address, with a slash at the end. Differs from account to account and may change. */
  url: text,
  /** Address of the service's own documentation. */
  documentation: text,
}));

/** Erply's REST services by name: `pim`, `crm`, `cafa`, `webhook`, `wms` and many more; an account has some of them. */
export const serviceEndpoints = defineMap(serviceEndpoint);

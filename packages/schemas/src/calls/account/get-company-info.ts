import { defineCall } from '../../define-call.ts';
import { companyInfo } from './company-info.ts';
import { companyInfos } from './company-infos.ts';

/** The company that the account belongs to. */
export const getCompanyInfo = defineCall({
  name: 'getCompanyInfo',
  docs: 'https://learn-api.erply.com/requests/getcompanyinfo',
  effect: 'read',
  table: companyInfos,
  session: 'required',
  input: () => ({}),
  result: { one: companyInfo },
  errors: [],
  loggable: [],
  evidence: 'Wire types from a captured answer and a typed SDK.',
});

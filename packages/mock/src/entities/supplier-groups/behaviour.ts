import type { Behaviour } from '../../account/account.ts';
import { nameFields } from '../../account/languages.ts';

/** Names in all languages come where the account has several. */
export const supplierGroups: Behaviour = { fieldsOnDemand: nameFields };

import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { textHolder } from '../../generic/text-holder.ts';
import { refuse } from '../../wire/refusal.ts';

type Input = InputOf<typeof calls.saveCustomer>;

const cardField = 'customerCardNumber';

/** What the switch `customerMatch` compares. */
const matchedField = { code: 'code', email: 'email', card: cardField } as const;

/** What the others have of what a save says, looked up so far that it can be asked without waiting. */
export interface OtherCustomers {
  /** 1012: another customer has the name in the web shop, or a code that has to be unique. */
  checkUnique(): void;
  /** The customer whom the save is taken for; `undefined` where it makes a new one, or edits. */
  match(): number | undefined;
}

const isUnset = (text: string | undefined): text is '' | undefined => text === undefined || text === '';

/** Looks up what has to be unique, and what `customerMatch` compares. An empty text is nobody's. */
export async function otherCustomers(account: Account, input: Input): Promise<OtherCustomers> {
  const { customerID, code, username } = input;
  const holderOf = async (field: string, text: string | undefined) =>
    isUnset(text) ? undefined : textHolder(account, 'customers', [field, text]);
  const isCodeUnique = account.table('confParameters').get(1)?.customer_code_unique === 1;
  const named = await holderOf('webshopUsername', username);
  const coded = isCodeUnique ? await holderOf('code', code) : undefined;
  const { customerMatch } = account.switches;
  const field = customerMatch === 'none' ? undefined : matchedField[customerMatch];
  const matched =
    field === undefined || customerID !== undefined ? undefined : await holderOf(field, input[field]);
  return {
    checkUnique() {
      if (named?.(customerID) !== undefined) refuse(1012, 'username');
      if (coded?.(customerID) !== undefined) refuse(1012, 'code');
    },
    match: () => matched?.(undefined),
  };
}

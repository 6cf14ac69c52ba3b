import type { Account } from '../../account/account.ts';
import { type TextHolder, textHolder } from '../../generic/text-holder.ts';
import { refuse } from '../../wire/refusal.ts';

/** Codes of products, and the setting that makes each unique. */
const settings = { code: 'product_code_unique', code2: 'product_code2_unique' } as const;

type CodeName = keyof typeof settings;

interface CodesInput {
  readonly productID?: number | undefined;
  readonly code?: string | undefined;
  readonly code2?: string | undefined;
}

/**
 * Looks up which products of the shop have the codes of the input, where the account's settings want them unique, and
 * answers the check itself, which does not wait: 1012 when another product has one of them. An empty code is not a code.
 */
export async function uniqueCodesCheck(account: Account, input: CodesInput): Promise<() => void> {
  const wanted: { name: CodeName; holder: TextHolder }[] = [];
  for (const name of ['code', 'code2'] as const) {
    const code = input[name] ?? '';
    if (code === '' || account.table('confParameters').get(1)?.[settings[name]] !== 1) continue;
    wanted.push({ name, holder: await textHolder(account, 'products', [name, code]) });
  }
  return () => {
    const taken = wanted.find(({ holder }) => holder(input.productID) !== undefined);
    if (taken !== undefined) refuse(1012, taken.name);
  };
}

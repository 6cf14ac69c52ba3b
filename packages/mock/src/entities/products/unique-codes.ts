import type { Account } from '../../account/account.ts';
import { refuse } from '../../wire/refusal.ts';

/** Codes of products, and the setting that makes each unique. */
const settings = { code: 'product_code_unique', code2: 'product_code2_unique' } as const;

type CodeName = keyof typeof settings;

interface CodesInput {
  readonly productID?: number | undefined;
  readonly code?: string | undefined;
  readonly code2?: string | undefined;
}

/** A code that has to be unique. */
interface WantedCode {
  readonly name: CodeName;
  readonly code: string;
  /** Products of the base that have it, as long as nobody changes them. */
  readonly baseIDs: readonly number[];
}

function isTaken(account: Account, { name, code, baseIDs }: WantedCode, ownID: number | undefined): boolean {
  const table = account.table('products');
  const { changes } = table;
  if (baseIDs.some((id) => id !== ownID && !changes.has(id))) return true;
  return [...table.changedWith(name, code)].some((id) => id !== ownID);
}

/**
 * Looks up which products of the shop have the codes of the input, where the account's settings want them unique, and
 * answers the check itself, which does not wait: 1012 when another product has one of them. An empty code is not a code.
 */
export async function uniqueCodesCheck(account: Account, input: CodesInput): Promise<() => void> {
  const wanted: WantedCode[] = [];
  for (const name of ['code', 'code2'] as const) {
    const code = input[name] ?? '';
    if (code === '' || account.table('confParameters').get(1)?.[settings[name]] !== 1) continue;
    const texts = await account.finder('products').base.texts(name);
    wanted.push({ name, code, baseIDs: texts.equal(code) });
  }
  return () => {
    const taken = wanted.find((code) => isTaken(account, code, input.productID));
    if (taken !== undefined) refuse(1012, taken.name);
  };
}

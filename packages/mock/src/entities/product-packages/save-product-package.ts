import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { genericSave } from '../../generic/save.ts';
import { refuse } from '../../wire/refusal.ts';

const measures = [
  'packageNetWeight',
  'packageGrossWeight',
  'packageLength',
  'packageWidth',
  'packageHeight',
] as const;

/** 1014: a package holds something, and has no negative size. */
export const saveProductPackage: Handler<typeof calls.saveProductPackage> = (context, input) => {
  if (input.packageAmount !== undefined && input.packageAmount <= 0) refuse(1014, 'packageAmount');
  const negative = measures.find((name) => (input[name] ?? 0) < 0);
  if (negative !== undefined) refuse(1014, negative);
  return genericSave(context, input);
};

import type { calls, InputOf } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { savedAnswer, saveRecord } from '../../generic/save.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';

type Input = InputOf<typeof calls.saveVatRate>;

interface Component {
  readonly componentID: number;
  readonly type: string;
  readonly name: string;
  readonly rate: number;
}

/** The inputs that a component of each type has its percentage and its name from. */
const componentInputs = [
  ['STATE', 'stateTaxRate', 'state'],
  ['COUNTY', 'countyTaxRate', 'county'],
  ['CITY', 'cityTaxRate', 'city'],
  ['OTHER', 'otherTaxRate', 'otherTaxName'],
] as const;

/** 1075: there are several components of a type, so that it is not clear which is meant. */
function changedComponents(input: Input, before: readonly Component[]): Component[] {
  const components = new Map(before.map((component) => [component.componentID, component]));
  for (const [type, rateInput, nameInput] of componentInputs) {
    const alike = before.filter((component) => component.type === type);
    const [known] = alike;
    const rate = input[rateInput] ?? known?.rate;
    if (rate === undefined || (input[rateInput] ?? input[nameInput]) === undefined) continue;
    if (alike.length > 1) refuse(1075, rateInput);
    const componentID = known?.componentID ?? Math.max(0, ...components.keys()) + 1;
    components.set(componentID, { componentID, type, name: input[nameInput] ?? known?.name ?? '', rate });
  }
  return [...components.values()];
}

/** 1010, 1013, 1016: a new rate has a percentage, or one of reverse VAT. */
function checkNew({ isReverseVat, rate, reverseRate }: Input): void {
  if (isReverseVat !== 1) {
    if (rate === undefined) refuse(1010, 'rate');
    if (rate < 0) refuse(1016, 'rate');
    if (reverseRate !== undefined) refuse(1013, 'reverseRate');
    return;
  }
  if (rate !== undefined) refuse(1013, 'rate');
  if (reverseRate === undefined || reverseRate < 0) refuse(1016, 'reverseRate');
}

/** 1013: reverse VAT is decided once. */
function checkKept(input: Input, before: Row): void {
  for (const name of ['isReverseVat', 'reverseRate'] as const) {
    if (input[name] !== undefined && input[name] !== (before[name] ?? 0)) refuse(1013, name);
  }
}

/** Makes or edits a tax rate. The percentage of one that exists stays what it is. */
export const saveVatRate: Handler<typeof calls.saveVatRate> = (context, input) => {
  const id = saveRecord(context, input, (saved, before) => {
    if (before === undefined) checkNew(input);
    else checkKept(input, before);
    const { rate, ...fields } = saved;
    const known = (before?.components ?? []) as readonly Component[];
    const components = changedComponents(input, known);
    return {
      ...fields,
      ...(before === undefined ? { rate: rate ?? 0 } : {}),
      ...(components.length === 0 ? {} : { components }),
    };
  });
  return savedAnswer(context.call, id);
};

import type { Account } from '../../../account/account.ts';
import type { Row } from '../../../store/row.ts';

type Option = { readonly parameterOptionID?: number; readonly parameterOptionName?: string };

/** The options that are on, with the names that they have now. */
function currentOptions(on: readonly Row[], options: readonly Option[]): Row[] {
  const names = new Map(options.map((option) => [option.parameterOptionID, option.parameterOptionName]));
  return on.map((option) => ({
    ...option,
    optionName: names.get(Number(option.optionID)) ?? option.optionName,
  }));
}

/** The parameters of a product, where it has any, with the names that they have now (getParameters). */
export function parametersBlock(account: Account): (record: Row) => Row {
  const table = account.table('parameters');
  const current = (value: Row): Row => {
    const parameter = table.get(Number(value.parameterID));
    if (parameter === undefined) return value;
    const { parameterName, parameterType, parameterGroupID } = parameter;
    const now = { ...value, parameterName, parameterType, parameterGroupID };
    if (value.parameterOptions === undefined) return now;
    const on = value.parameterOptions as readonly Row[];
    const options = parameter.parameterOptions ?? [];
    return { ...now, parameterOptions: currentOptions(on, options) };
  };
  return ({ parameters }) =>
    parameters === undefined ? {} : { parameters: (parameters as readonly Row[]).map(current) };
}

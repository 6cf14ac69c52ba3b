import type { Fields, Filter } from '../../query/filter.ts';
import type { Row } from '../../store/row.ts';

interface ParameterInput {
  readonly searchParameterID?: number | undefined;
  readonly searchParameterValue?: string | undefined;
  readonly searchParameterOptionID?: number | undefined;
}

const parametersOf = (product: Fields) => (product.get('parameters') ?? []) as readonly Row[];
const optionsOf = (parameter: Row) => (parameter.parameterOptions ?? []) as readonly Row[];

/** Without a value, what is asked is yes or no: a value that is not 0, or an option that is on. */
const isOn = (parameter: Row) =>
  optionsOf(parameter).length > 0 || !['', '0'].includes(String(parameter.parameterValue ?? ''));

/** Products by their parameters: by an option that is on, by a value, or by having the parameter. */
export function parameterFilters(input: ParameterInput): Filter[] {
  const {
    searchParameterID: parameterID,
    searchParameterValue: value = '',
    searchParameterOptionID: optionID,
  } = input;
  const found: Filter[] = [];
  if (parameterID !== undefined) {
    const isWanted = (parameter: Row) =>
      parameter.parameterID === parameterID &&
      (value === '' ? isOn(parameter) : parameter.parameterValue === value);
    found.push({
      key: `parameter=${JSON.stringify([parameterID, value])}`,
      matches: (product) => parametersOf(product).some(isWanted),
    });
  }
  if (optionID !== undefined) {
    const has = (parameter: Row) => optionsOf(parameter).some((option) => option.optionID === optionID);
    found.push({
      key: `parameterOption=${optionID}`,
      matches: (product) => parametersOf(product).some(has),
    });
  }
  return found;
}

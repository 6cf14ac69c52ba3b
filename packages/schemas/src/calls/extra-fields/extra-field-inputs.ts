import { unixSeconds } from '../../wire/integer.ts';
import { languageInput } from '../language-inputs.ts';
import { pagingInputs } from '../paging-inputs.ts';

/** The inputs of the calls that read the values of an extra field. */
export const extraFieldInputs = () => ({
  /** Only values added or edited since, by the server's clock. */
  changedSince: unixSeconds.optional(),
  ...languageInput(),
  ...pagingInputs(),
});

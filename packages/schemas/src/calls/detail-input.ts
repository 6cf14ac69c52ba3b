import { anyCaseOf } from '../wire/text.ts';

/** The input of every call whose records have fields that only come on demand. */
export const detailInput = () => ({
  /** `detail` adds the fields that only come with it. */
  responseMode: anyCaseOf(['normal', 'detail']).optional(),
});

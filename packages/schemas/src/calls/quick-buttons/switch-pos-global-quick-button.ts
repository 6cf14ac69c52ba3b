import { defineCall } from '../../define-call.ts';
import { quickButtonInputs, quickButtonRules } from './quick-button-inputs.ts';
import { switchedQuickButtons } from './switched-quick-buttons.ts';

/** Swaps two quick buttons of the account-wide list. The same button twice is refused with 1013. */
export const switchPosGlobalQuickButton = defineCall({
  name: 'switchPosGlobalQuickButton',
  docs: 'https://learn-api.erply.com/requests/switchposglobalquickbutton',
  effect: 'write',
  session: 'required',
  input: () => ({
    ...quickButtonInputs(),
  }),
  rules: quickButtonRules,
  result: { one: switchedQuickButtons },
  example: { productID1: 1, productID2: 2 },
  errors: [1010, 1011, 1013],
  loggable: ['productID1', 'serviceID1', 'productID2', 'serviceID2'],
  evidence: 'Documented.',
});

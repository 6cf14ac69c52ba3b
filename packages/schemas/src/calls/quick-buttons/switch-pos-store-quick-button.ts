import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { quickButtonInputs, quickButtonRules } from './quick-button-inputs.ts';
import { switchedQuickButtons } from './switched-quick-buttons.ts';

/** Swaps two quick buttons of one location. The same button twice is refused with 1013. */
export const switchPosStoreQuickButton = defineCall({
  name: 'switchPosStoreQuickButton',
  docs: 'https://learn-api.erply.com/requests/switchposstorequickbutton',
  effect: 'write',
  session: 'required',
  input: () => ({
    ...quickButtonInputs(),
    /** The location; 1189 when it has no buttons of its own. */
    warehouseID: integer,
  }),
  rules: quickButtonRules,
  result: { one: switchedQuickButtons },
  example: { warehouseID: 2, productID1: 1, productID2: 2 },
  errors: [1010, 1011, 1013, 1189],
  loggable: ['productID1', 'serviceID1', 'productID2', 'serviceID2', 'warehouseID'],
  evidence: 'Documented.',
});

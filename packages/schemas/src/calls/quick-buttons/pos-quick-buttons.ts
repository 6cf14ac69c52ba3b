import { defineTable } from '../../define-table.ts';
import { posQuickButton } from './pos-quick-button.ts';

/** Buttons on registers, of locations and of the whole account. */
export const posQuickButtons = defineTable({
  name: 'posQuickButtons',
  key: 'quickButtonID',
  record: posQuickButton,
  logged: false,
  timestamps: false,
});

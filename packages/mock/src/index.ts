export { SwitchError, type Switches, type SwitchName, switches } from './config/switches.ts';
export type {
  AccountConfig,
  AccountControl,
  AccountDescription,
  QuotaReading,
} from './control/account-control.ts';
export type { ClockControl } from './control/clock-control.ts';
export type { Control } from './control/control.ts';
export { ControlError } from './control/control-error.ts';
export type { DataControl } from './control/data-control.ts';
export type { NewStockMovement, StockControl } from './control/stock-control.ts';
export { createMock, type Mock } from './create-mock.ts';
export { type MockOptions, OptionError } from './options.ts';
export { type RunningMock, type StartOptions, startMock } from './start-mock.ts';

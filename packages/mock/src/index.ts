export type { JournalEntry, UnknownParameter } from './account/journal-entry.ts';
export { SwitchError, type Switches, type SwitchName, switches } from './config/switches.ts';
export type { AccountControl } from './control/account-control.ts';
export type { ClockControl } from './control/clock-control.ts';
export type { AccountConfig } from './control/config-control.ts';
export type { Control } from './control/control.ts';
export { ControlError } from './control/control-error.ts';
export type { DataControl } from './control/data/data-control.ts';
export type { ExportOptions } from './control/data/export-control.ts';
export type { ImportOptions, OwnData } from './control/data/import-control.ts';
export type { AccountClockControl, LiveOptions } from './control/data/live-control.ts';
export type { NewStockMovement, StockControl } from './control/data/stock-control.ts';
export type { AccountDescription } from './control/description-control.ts';
export type { ChaosControl } from './control/faults/chaos-control.ts';
export type { FaultControl, FaultReport } from './control/faults/fault-control.ts';
export type { DifferingInput } from './control/journal/differing-inputs.ts';
export type { JournalQuery } from './control/journal/journal-control.ts';
export type { AccountReport, CallUsage } from './control/journal/report-control.ts';
export type { Saving } from './control/journal/savings.ts';
export type { ExpectedRequest, RequestName, Verification } from './control/journal/verify-control.ts';
export type { QuotaReading } from './control/quota-control.ts';
export { createMock, type Mock } from './create-mock.ts';
export type { ChaosReading, ChaosSettings } from './faults/chaos.ts';
export type { FaultEffect, FaultMatch, FaultRule, Mutation } from './faults/fault-rule.ts';
export type { FaultReading } from './faults/faults.ts';
export type { LifeSummary } from './living-shop/live.ts';
export { type JournalMode, type LoggedRequest, type MockOptions, OptionError } from './options.ts';
export type { ImportSummary } from './own-data/apply-data.ts';
export type { DataDocument } from './own-data/read-document.ts';
export {
  BundleError,
  type ReplayDifference,
  type ReplayOptions,
  type ReplayResult,
  replay,
} from './replay.ts';
export type { Bundle } from './repro/bundle.ts';
export type { StubContent } from './request/stub-content.ts';
export { type RunningMock, type StartOptions, startMock } from './start-mock.ts';

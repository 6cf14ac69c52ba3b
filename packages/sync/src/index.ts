export type { Checkpoint, IdleCheckpoint, LaneMode, PassCheckpoint } from './checkpoint.ts';
export type { Clock } from './clock.ts';
export type { Counters } from './counters.ts';
export { defaultLanes } from './default-lanes.ts';
export { type DeletionLimit, defaultDeletionLimit } from './deletion-limit.ts';
export { documentLanes } from './document-lanes.ts';
export { isCheckpoint } from './is-checkpoint.ts';
export type {
  ChangedTable,
  Deletions,
  FullReadDeletions,
  Lane,
  LanePage,
  LogDeletions,
  LogTable,
  ReadRequest,
  RecordLane,
  StockAmount,
  StockLane,
  SyncClient,
} from './lane.ts';
export { defineRecordLane } from './lane.ts';
export { type AddressesOptions, addresses, defineAddresses } from './lanes/addresses.ts';
export { brands } from './lanes/brands.ts';
export { customerGroups } from './lanes/customer-groups.ts';
export { type CustomersOptions, customers, defineCustomers } from './lanes/customers.ts';
export { payments } from './lanes/payments.ts';
export { productGroups } from './lanes/product-groups.ts';
export { products } from './lanes/products.ts';
export { purchaseDocuments } from './lanes/purchase-documents.ts';
export { salesDocuments } from './lanes/sales-documents.ts';
export { stock } from './lanes/stock.ts';
export { warehouses } from './lanes/warehouses.ts';
export { MappingError } from './mapping-error.ts';
export { peopleLanes } from './people-lanes.ts';
export { type LanePlan, type PlanOptions, planLanes, type RunPlan } from './plan/plan-lanes.ts';
export type { LaneProgress, ProgressEvent } from './progress.ts';
export type { LaneReport, RunReport } from './report.ts';
export { type RunOptions, runLanes } from './run-lanes.ts';
export type { Batch, DeadLetter, Deletion, Entry, LaneState, Sink, Survey } from './sink.ts';
export { SyncError, type SyncErrorKind } from './sync-error.ts';
export { defaultMarginSeconds } from './watermark.ts';

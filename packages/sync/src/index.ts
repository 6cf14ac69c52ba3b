export { auditLanes } from './audit/audit-lanes.ts';
export type { AuditOptions, AuditProgress, Sample } from './audit/audit-options.ts';
export type { AuditReport, LaneAudit } from './audit/audit-report.ts';
export {
  type AuditPlan,
  type AuditPlanOptions,
  type LaneAuditPlan,
  planAudit,
} from './audit/plan-audit.ts';
export { type RepairOptions, repairLanes } from './audit/repair-lanes.ts';
export type { LaneRepair, RepairReport } from './audit/repair-report.ts';
export type { Checkpoint, IdleCheckpoint, LaneMode, PassCheckpoint } from './checkpoint.ts';
export type { Clock } from './clock/clock.ts';
export { defaultMarginSeconds } from './clock/watermark.ts';
export type { ComparedRow } from './compare/compare-rows.ts';
export type {
  Difference,
  DifferenceCounts,
  DifferenceKind,
  DifferenceSummary,
} from './compare/row-differences.ts';
export type { Counters } from './counters.ts';
export { defaultLanes } from './default-lanes.ts';
export { type DeletionLimit, defaultDeletionLimit } from './deletion-limit.ts';
export { documentLanes } from './document-lanes.ts';
export {
  createDryRunSink,
  type DryRunOptions,
  type DryRunSink,
} from './dry-run/create-dry-run-sink.ts';
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
export type { LaneCursor, ListPosition } from './lane-cursor.ts';
export { type AddressesOptions, addresses, defineAddresses } from './lanes/addresses.ts';
export { brands } from './lanes/brands.ts';
export { customerGroups } from './lanes/customer-groups.ts';
export { type CustomersOptions, customers, defineCustomers } from './lanes/customers.ts';
export { payments } from './lanes/payments.ts';
export { priceListProducts } from './lanes/price-list-products.ts';
export { priceLists } from './lanes/price-lists.ts';
export { priorityGroups } from './lanes/priority-groups.ts';
export { productCategories } from './lanes/product-categories.ts';
export { productFiles } from './lanes/product-files.ts';
export { productGroups } from './lanes/product-groups.ts';
export { productPackages } from './lanes/product-packages.ts';
export { productPictures } from './lanes/product-pictures.ts';
export { productUnits } from './lanes/product-units.ts';
export { products } from './lanes/products.ts';
export { purchaseDocuments } from './lanes/purchase-documents.ts';
export { salesDocuments } from './lanes/sales-documents.ts';
export { stock } from './lanes/stock.ts';
export { suppliers } from './lanes/suppliers.ts';
export { vatRates } from './lanes/vat-rates.ts';
export { warehouses } from './lanes/warehouses.ts';
export { MappingError } from './mapping-error.ts';
export { peopleLanes } from './people-lanes.ts';
export { type PlanOptions, planLanes } from './plan/plan-lanes.ts';
export type { LanePlan, RunPlan } from './plan/run-plan.ts';
export type { LaneProgress, ProgressEvent } from './progress.ts';
export type { KeyRange, ReadableSink, RowKey, StoredRow } from './readable-sink.ts';
export { canBeLimited } from './records/choose-pass.ts';
export { redriveLanes } from './redrive/redrive-lanes.ts';
export type { LaneRedrive, RedriveOptions } from './redrive/redrive-options.ts';
export type { LaneReport, RunReport } from './report.ts';
export { type RunOptions, runLanes } from './run-lanes.ts';
export type { Sleep } from './schedule/schedule.ts';
export type { Batch, DeadLetter, Deletion, Entry, LaneState, Sink, Survey } from './sink.ts';
export { SyncError, type SyncErrorKind } from './sync-error.ts';

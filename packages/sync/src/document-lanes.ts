import type { Lane } from './lane.ts';
import { payments } from './lanes/payments.ts';
import { purchaseDocuments } from './lanes/purchase-documents.ts';
import { salesDocuments } from './lanes/sales-documents.ts';

/** Lanes of what was sold, paid and bought, which are copied only when they are named: they are long, and of people. */
export const documentLanes: readonly Lane[] = [salesDocuments, payments, purchaseDocuments];

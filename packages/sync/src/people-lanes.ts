import type { Lane } from './lane.ts';
import { addresses } from './lanes/addresses.ts';
import { customerGroups } from './lanes/customer-groups.ts';
import { customers } from './lanes/customers.ts';
import { suppliers } from './lanes/suppliers.ts';

/** Lanes of customers and suppliers, which are copied only when they are named: they hold personal data. */
export const peopleLanes: readonly Lane[] = [customerGroups, customers, suppliers, addresses];

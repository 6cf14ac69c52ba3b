import type { SideTable } from '../../own-data/side-table.ts';
import { changeTimeData, levelData, movementData } from './stock-data.ts';
import { userData } from './user-data.ts';

/** What data files hold beside the tables of the schemas. */
export const sideTables: readonly SideTable[] = [userData, movementData, changeTimeData, levelData];

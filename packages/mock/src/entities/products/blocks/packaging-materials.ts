import { packagingMaterials } from '@erply-kit/schemas';

import type { Row } from '../../../store/row.ts';

/** How much of each material the packages of a product have; 0 of those that nobody said (getPackagingMaterials). */
export const packagingMaterialsBlock = (record: Row): Row =>
  Object.fromEntries(packagingMaterials.map((material) => [material, record[material] ?? 0]));

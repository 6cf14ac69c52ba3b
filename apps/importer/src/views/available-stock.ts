import { sql } from 'kysely';

import type { View } from './view.ts';

/** What is available of each product in each location: what is in stock less what is reserved. It can be below 0. */
export const availableStock: View = {
  name: 'available_stock',
  since: 5,
  select: ({ table }) => sql`
    select s.client_code, s.product_id, p.code, p.name, s.warehouse_id, w.code as warehouse_code,
           w.name as warehouse_name, w.is_offline, s.amount_in_stock, s.amount_reserved,
           s.amount_in_stock - s.amount_reserved as available
    from ${table('stock')} as s
    join ${table('products')} as p
      on p.client_code = s.client_code and p.id = s.product_id and p.deleted_at is null
    join ${table('warehouses')} as w
      on w.client_code = s.client_code and w.id = s.warehouse_id and w.deleted_at is null`,
};

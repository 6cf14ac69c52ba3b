import { sql } from 'kysely';

import type { View } from './view.ts';

/**
 * Products that can be sold: active, neither archived nor marked as not for sale, and no matrix, whose variations are sold
 * in its place. Amounts are sums over the locations that are not offline. They are null as long as stock was never read;
 * from then on a product without an amount has 0.
 */
export const sellableProducts: View = {
  name: 'sellable_products',
  since: 5,
  select: ({ table }) => sql`
    select p.client_code, p.id as product_id, p.code, p.code2, p.name, p.type, p.group_id,
           g.name as group_name, p.brand_id, b.name as brand_name, p.price, p.price_with_vat,
           case when k.lane is not null then coalesce(s.in_stock, 0) end as amount_in_stock,
           case when k.lane is not null then coalesce(s.reserved, 0) end as amount_reserved,
           case when k.lane is not null then coalesce(s.in_stock - s.reserved, 0) end as available
    from ${table('products')} as p
    left join ${table('product_groups')} as g on g.client_code = p.client_code and g.id = p.group_id
    left join ${table('brands')} as b on b.client_code = p.client_code and b.id = p.brand_id
    left join ${table('sync_state')} as k
      on k.client_code = p.client_code and k.lane = 'stock' and k.watermark is not null
    left join (
      select a.client_code, a.product_id, sum(a.amount_in_stock) as in_stock, sum(a.amount_reserved) as reserved
      from ${table('stock')} as a
      join ${table('warehouses')} as w
        on w.client_code = a.client_code and w.id = a.warehouse_id and w.is_offline = 0 and w.deleted_at is null
      group by a.client_code, a.product_id
    ) as s on s.client_code = p.client_code and s.product_id = p.id
    where p.deleted_at is null and p.active = 1 and p.type <> 'MATRIX'
      and p.status in ('ACTIVE', 'NO_LONGER_ORDERED')`,
};

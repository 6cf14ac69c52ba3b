import type { Row } from '../../store/row.ts';
import type { CartRow } from './cart-row.ts';
import { unitPrice } from './cart-row.ts';
import { exact } from './exact.ts';
import { idsOf, type Promotion } from './promotion.ts';

/** From this amount on a row neither gets nor triggers a promotion on products. */
const tooMany = 5000;

/** Whether a row takes part in promotions on products. Goods that come back do not (inferred). */
const takesPart = ({ amount }: CartRow): boolean => amount > 0 && amount < tooMany;

/** The products that a promotion names, as what is bought or as what is awarded. */
function chooses(campaign: Row, kind: 'purchased' | 'awarded'): (product: Row) => boolean {
  const products = idsOf(campaign, `${kind}Products`);
  const groups = idsOf(campaign, `${kind}ProductGroupID`, `${kind}ProductGroupIDs`);
  const categories = idsOf(campaign, `${kind}ProductCategoryID`, `${kind}ProductCategoryIDs`);
  const brands = idsOf(campaign, `${kind}BrandIDs`);
  if ([products, groups, categories, brands].every((ids) => ids.length === 0)) return () => true;
  return ({ productID, groupID, categoryID, brandID }) =>
    products.includes(Number(productID)) ||
    groups.includes(Number(groupID)) ||
    categories.includes(Number(categoryID)) ||
    brands.includes(Number(brandID));
}

/** Whether a product does not count in a promotion at all. */
const isExcluded = (campaign: Row, product: Row) =>
  idsOf(campaign, 'excludedProducts').includes(Number(product.productID));

/** Whether a piece costs what the condition asks for, before promotions that come later. */
function isPricedFor({ priceAtLeast = 0, priceAtMost = 0 }: Promotion['campaign'], row: CartRow): boolean {
  const price = unitPrice(row);
  return (
    (priceAtLeast === 0 || price.gte(exact(priceAtLeast))) &&
    (priceAtMost === 0 || price.lte(exact(priceAtMost)))
  );
}

/** The rows whose products count as bought. Gift cards do, although they get nothing. */
export function purchasedRows({ campaign }: Promotion, rows: readonly CartRow[]): CartRow[] {
  const isNamed = chooses(campaign, 'purchased');
  return rows.filter(
    (row) =>
      takesPart(row) &&
      isNamed(row.product) &&
      !isExcluded(campaign, row.product) &&
      isPricedFor(campaign, row),
  );
}

/** Whether a row may get something of a promotion. */
export function canGet({ campaign }: Promotion, row: CartRow): boolean {
  const isReduced = row.isListed || row.isPromoted || row.manualDiscount !== 0;
  return (
    row.nonDiscountable === 0 &&
    !isExcluded(campaign, row.product) &&
    (campaign.onlyForDiscountedItems !== 1 || isReduced)
  );
}

/** The rows whose products are awarded. */
export function awardedRows(promotion: Promotion, rows: readonly CartRow[]): CartRow[] {
  const isNamed = chooses(promotion.campaign, 'awarded');
  return rows.filter((row) => takesPart(row) && isNamed(row.product) && canGet(promotion, row));
}

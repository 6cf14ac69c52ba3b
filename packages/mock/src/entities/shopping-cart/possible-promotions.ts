import type { RowOfTable } from '@erply-kit/schemas';

import type { Row } from '../../store/row.ts';
import { shopTime } from '../account/shop-time.ts';
import type { ScannedCoupons } from './cart-coupons.ts';
import type { CartSetting } from './cart-setting.ts';
import { isForCustomer } from './customer-limits.ts';
import { awardNames, idsOf, isOnWholeSale, type Promotion } from './promotion.ts';

type Campaign = RowOfTable<'campaigns'>;

/** Within its days, and within its hours by the clock of the shop now (the latter is inferred). */
function isInForce(
  { enabled, startDate, endDate, startTime, endTime }: Campaign,
  setting: CartSetting,
): boolean {
  const { account, day } = setting;
  const { time } = shopTime(account);
  return (
    enabled === 1 &&
    (startDate || day) <= day &&
    day <= (endDate || day) &&
    (startTime || time) <= time &&
    time <= (endTime || time)
  );
}

/** Of all locations, of this one, or of a group or region that this one is in. */
function isOfLocation(campaign: Campaign, { account, warehouseID }: CartSetting): boolean {
  const place: Row = account.table('warehouses').get(warehouseID) ?? {};
  const groups = String(place.storeGroups ?? '').split(',');
  const allows = (ids: readonly number[], id: unknown) => ids.length === 0 || ids.includes(Number(id));
  return (
    allows(idsOf(campaign, 'warehouseID'), warehouseID) &&
    allows(idsOf(campaign, 'warehouseIDs'), warehouseID) &&
    allows(idsOf(campaign, 'storeRegions'), place.storeRegionID) &&
    (!campaign.storeGroup || groups.some((group) => group.trim() === campaign.storeGroup))
  );
}

/** How often it may be applied: by itself any number of times, else once for each coupon or word of the cashier. */
function limitOf(campaign: Campaign, setting: CartSetting, coupons: ScannedCoupons): number {
  const { campaignID = 0, type, redemptionLimit } = campaign;
  const asked = (setting.input.manualPromotionIDs ?? []).filter((id) => id === campaignID).length;
  const known = { auto: Infinity, manual: asked, coupon: coupons.get(campaignID)?.length ?? 0 };
  return Math.min(known[type as keyof typeof known] ?? 0, redemptionLimit || Infinity);
}

const tierOf = ({ campaign }: Promotion) => campaign.tierID ?? 0;
const typeOf = ({ award }: Promotion) => awardNames.indexOf(award);
const madeAt = ({ campaign }: Promotion) => campaign.added ?? 0;
const idOf = ({ campaign }: Promotion) => campaign.campaignID ?? 0;

/** By tier, those without one first; inside a tier by type; inside a type the oldest first. */
const inOrder = (left: Promotion, right: Promotion) =>
  tierOf(left) - tierOf(right) ||
  typeOf(left) - typeOf(right) ||
  madeAt(left) - madeAt(right) ||
  idOf(left) - idOf(right);

function allPromotions(setting: CartSetting, coupons: ScannedCoupons): Promotion[] {
  const table = setting.account.table('campaigns');
  return [...table.ids()].flatMap((id): Promotion[] => {
    const campaign: Campaign = table.get(id) ?? {};
    const award = awardNames.find((name) => Number(campaign[name] ?? 0) > 0);
    const limit = limitOf(campaign, setting, coupons);
    return award === undefined || limit === 0 ? [] : [{ campaign, award, limit }];
  });
}

/** The promotions that may apply here, today and to this customer, in the order of their application. */
export function possiblePromotions(setting: CartSetting, coupons: ScannedCoupons): Promotion[] {
  const { account, input } = setting;
  if (input.doNotApplyPromotions === 1 || !account.hasModule('promotions')) return [];
  return allPromotions(setting, coupons)
    .filter(({ award }) => input.doNotApplyInvoiceLevelPromotions !== 1 || !isOnWholeSale(award))
    .filter(({ campaign }) => isInForce(campaign, setting) && isOfLocation(campaign, setting))
    .filter(({ campaign }) => isForCustomer(campaign, setting))
    .sort(inOrder);
}

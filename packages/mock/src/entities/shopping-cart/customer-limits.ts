import type { RowOfTable } from '@erply-kit/schemas';

import type { CartSetting } from './cart-setting.ts';
import { idsOf } from './promotion.ts';

type Campaign = RowOfTable<'campaigns'>;

/** The days on which the customer got the promotion. */
function daysUsed({ account, customerID }: CartSetting, campaignID: number | undefined): string[] {
  const table = account.table('appliedPromotionRecords');
  const rows = table.find('customerID', customerID).map((id) => table.get(id) ?? {});
  return rows.filter((row) => row.promotionID === campaignID).map(({ date }) => date ?? '');
}

/** Month and day. */
const monthDay = (date: string) => date.slice(5);

/** Only on the birthday itself: how many days around it count is not known. */
const hasBirthday = (birthday: string | null | undefined, day: string) =>
  typeof birthday === 'string' && birthday !== '' && monthDay(birthday) === monthDay(day);

/**
 * Whether a customer may have a promotion: by group, by birthday, and by how often it was had. What is limited for each
 * customer is for nobody whom one does not know (inferred).
 */
export function isForCustomer(campaign: Campaign, setting: CartSetting): boolean {
  const { account, customerID, day } = setting;
  const customer = account.table('customers').get(customerID);
  const groups = idsOf(campaign, 'customerGroups');
  if (groups.length > 0 && !groups.includes(customer?.groupID ?? 0)) return false;
  const { customerCanUseOnlyOnce, oncePerDay, isBirthdayPromotion, oncePerBirthday } = campaign;
  if (isBirthdayPromotion === 1 && !hasBirthday(customer?.birthday, day)) return false;
  if (customerCanUseOnlyOnce !== 1 && oncePerDay !== 1 && oncePerBirthday !== 1) return true;
  if (customer === undefined) return false;
  const days = daysUsed(setting, campaign.campaignID);
  return customerCanUseOnlyOnce === 1 ? days.length === 0 : !days.includes(day);
}

/** How a promotion comes into a sale: by itself, by the cashier's choice, or by a coupon. */
export const campaignTypes = ['auto', 'manual', 'coupon'] as const;

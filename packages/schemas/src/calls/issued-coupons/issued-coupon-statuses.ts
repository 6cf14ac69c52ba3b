/** What becomes of a coupon that was issued. EXPIRED follows from the day: it is not stored. */
export const issuedCouponStatuses = ['ACTIVE', 'REDEEMED', 'EXPIRED'] as const;

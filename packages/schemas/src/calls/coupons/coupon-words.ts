/** What the threshold of a coupon is counted in. */
export const couponMeasures = ['dollars', 'points'] as const;

/** Where the threshold of a coupon is looked for: in the customer's points, or in the sale. */
export const couponThresholdTypes = ['points_amt', 'this_sale'] as const;

/** How many times more cases property tests run; `PROPERTY_SCALE=100` gives the full counts. */
export const propertyScale = Math.max(1, Number(process.env.PROPERTY_SCALE ?? 1));

/** What the body of a request is. */
export const formType = { 'content-type': 'application/x-www-form-urlencoded' };

/** Answers are wanted as they are: undici decodes nothing, and what fetch decodes has no length to compare with. */
export const plainOnly = { 'accept-encoding': 'identity' };

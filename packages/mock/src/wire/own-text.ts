/** Shorter texts are copied by the engine anyway. */
const leastShared = 13;

/**
 * A copy of a text that has its own memory. The engine cuts a text out of a longer one by pointing into it, so that a
 * name which is kept would keep the whole body of its request.
 */
export const ownText = (text: string): string => (text.length < leastShared ? text : ` ${text}`.slice(1));

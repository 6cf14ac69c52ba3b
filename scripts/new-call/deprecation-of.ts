/** What the tag `@deprecated` of a call says, by its successor. */
export const deprecationOf = (successor: string): string => `Erply recommends instead: ${successor}.`;

/** A value on a line of its own, for machines. */
export const jsonLine = (value: unknown): string => `${JSON.stringify(value)}\n`;

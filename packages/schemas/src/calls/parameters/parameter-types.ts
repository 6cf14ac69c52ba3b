/** The type of value that a parameter has. */
export const parameterTypes = ['TEXT', 'NUMERIC', 'BOOLEAN', 'MULTIVALUE'] as const;

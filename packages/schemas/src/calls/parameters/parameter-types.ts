/** What sort of value a parameter has. */
export const parameterTypes = ['TEXT', 'NUMERIC', 'BOOLEAN', 'MULTIVALUE'] as const;

/** Sorts of product cards. A matrix product's variations are cards of type PRODUCT. */
export const productTypes = ['PRODUCT', 'BUNDLE', 'MATRIX', 'ASSEMBLY'] as const;

import { propertyScale, propertySeed } from '@erply-kit/tooling/property';

/** So many of the values in `pnpm test`, others each time; all of them in `pnpm test:deep`. */
export function someOf<TValue>(values: readonly TValue[], count: number): readonly TValue[] {
  if (propertyScale > 1 || values.length <= count) return values;
  const first = propertySeed % values.length;
  return [...values.slice(first), ...values.slice(0, first)].slice(0, count);
}

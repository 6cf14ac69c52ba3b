/** Builds a value at its first use and keeps it: definitions cost nothing until a call is made. */
export function lazily<TValue>(build: () => TValue): () => TValue {
  let built: { value: TValue } | undefined;
  return () => {
    built ??= { value: build() };
    return built.value;
  };
}

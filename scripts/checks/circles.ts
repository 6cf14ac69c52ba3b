/** Files by the files that they import. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Circles of imports, each once: the files in the order in which they import each other, from the first by name. */
export function circlesOf(graph: ImportGraph): string[][] {
  const found = new Map<string, string[]>();
  const done = new Set<string>();
  for (const start of graph.keys()) follow(start, [], { graph, done, found });
  return [...found.keys()].sort().map((key) => found.get(key) ?? []);
}

interface Walk {
  readonly graph: ImportGraph;
  /** Files all of whose imports were followed. */
  readonly done: Set<string>;
  readonly found: Map<string, string[]>;
}

function follow(file: string, path: readonly string[], walk: Walk): void {
  const begins = path.indexOf(file);
  if (begins !== -1) {
    const circle = path.slice(begins);
    const first = circle.indexOf([...circle].sort()[0] ?? '');
    const rotated = [...circle.slice(first), ...circle.slice(0, first)];
    walk.found.set(rotated.join(' '), rotated);
    return;
  }
  if (walk.done.has(file)) return;
  for (const imported of walk.graph.get(file) ?? []) follow(imported, [...path, file], walk);
  walk.done.add(file);
}

import { parseSync, Visitor } from 'rolldown/utils';

/** Every module that a TypeScript source names: imports, re-exports, `import()` of values and of types. */
export function importsOf(file: string, source: string): string[] {
  const parsed = parseSync(file, source);
  const [error] = parsed.errors;
  if (error) throw new Error(`${file}: ${error.message}`);
  const found = parsed.module.staticImports.map((one) => one.moduleRequest.value);
  for (const { entries } of parsed.module.staticExports) {
    for (const { moduleRequest } of entries) if (moduleRequest) found.push(moduleRequest.value);
  }
  // Making objects of all the syntax is most of the work, and few files need it.
  if (!/\bimport\s*\(/.test(source)) return found;
  new Visitor({
    ImportExpression({ source: named }) {
      if (named.type === 'Literal') found.push(String(named.value));
    },
    TSImportType({ source: named }) {
      found.push(named.value);
    },
  }).visit(parsed.program);
  return found;
}

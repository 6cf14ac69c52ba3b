import { parseSync, Visitor } from 'rolldown/utils';

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

/** The name that a call begins with and what follows it: `it.each([…])(…)` is `it`, `each`. */
function wordsOf(callee: Node): readonly string[] {
  if (callee.type === 'Identifier') return [String(callee.name)];
  if (callee.type === 'CallExpression') return wordsOf(callee.callee as Node);
  if (callee.type !== 'MemberExpression') return [];
  return [...wordsOf(callee.object as Node), ...wordsOf(callee.property as Node)];
}

function textOf(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type !== 'TemplateLiteral') return undefined;
  const [first] = node.quasis as readonly { readonly value: { readonly cooked: string } }[];
  return first?.value.cooked;
}

const idle = new Set(['skip', 'todo', 'skipIf', 'fails']);

/** The titles of the tests in a file that run, as they are written. */
export function testTitles(file: string, source: string): Set<string> {
  const titles = new Set<string>();
  new Visitor({
    CallExpression(call) {
      const [name = '', ...rest] = wordsOf(call.callee as unknown as Node);
      const title = textOf(call.arguments[0] as unknown as Node | undefined);
      const runs = ['it', 'test'].includes(name) && !rest.some((word) => idle.has(word));
      if (runs && title !== undefined) titles.add(title);
    },
  }).visit(parseSync(file, source).program);
  return titles;
}

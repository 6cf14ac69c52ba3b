import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { parseSync } from 'rolldown/utils';

import { isTest, sourceFiles } from './source-files.ts';

/** What the sources say of one field. */
export interface FieldDocs {
  /** The docstring in one line; `undefined` where there is none. */
  readonly prose: string | undefined;
  /** The fields inside it; read when asked, for a group of groups holds itself. */
  inside(): FieldsDocs;
}

/** What the sources say of the fields of an input or a record, in their order. */
export type FieldsDocs = ReadonlyMap<string, FieldDocs>;

export interface CallDocs {
  /** The docstring of the call: paragraphs, apart by an empty line. */
  readonly prose: string;
  /** What its tag `@deprecated` says, in one line; `undefined` where it has none. */
  readonly deprecated: string | undefined;
  /** What its tag `@remarks` says, in one line; `undefined` where it has none. */
  readonly remarks: string | undefined;
  /** Where the call is defined, from the scanned folder. */
  readonly file: string;
  readonly input: FieldsDocs;
  readonly answer: FieldsDocs;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

interface Declaration {
  readonly module: Module;
  readonly node: Node;
  readonly prose: string | undefined;
  readonly deprecated: string | undefined;
  readonly remarks: string | undefined;
  /** Names of what a function takes. */
  readonly parameters: readonly string[];
}

/** The texts that a function was called with, by parameter: names of fields, maybe with a docstring of their own. */
type Arguments = ReadonlyMap<string, { readonly text: string; readonly prose: string | undefined }>;

interface Shape {
  readonly node: Node;
  readonly module: Module;
  readonly arguments: Arguments;
}

const noArguments: Arguments = new Map();

interface Module {
  readonly path: string;
  readonly declarations: ReadonlyMap<string, Declaration>;
  /** Local name of an import: the file it comes from and its name there. */
  readonly imports: ReadonlyMap<string, { readonly path: string; readonly name: string }>;
  /** The comment directly before a position. */
  commentBefore(position: number): string | undefined;
  /** Its prose. */
  docBefore(position: number): string | undefined;
}

/** Reads the docstrings of the calls that are defined below a folder, by the name of the call. */
export async function readCallDocs(folder: string): Promise<ReadonlyMap<string, CallDocs>> {
  const scan = new Scan(folder);
  const found = new Map<string, CallDocs>();
  for (const file of await sourceFiles(folder)) {
    if (isTest(file)) continue;
    for (const [name, { node, module, prose, deprecated, remarks }] of scan.open(join(folder, file))
      .declarations) {
      const spec = specOf(node);
      if (!spec) continue;
      const input = scan.fieldsIn(propertyOf(spec, 'input'), module);
      const result = propertyOf(spec, 'result');
      const answer = new Map(
        ['list', 'one', 'object'].flatMap((kind) => [
          ...scan.fieldsIn(result && propertyOf(result, kind), module),
        ]),
      );
      found.set(name, { prose: prose ?? '', deprecated, remarks, file, input, answer });
    }
  }
  return found;
}

/** Collects fields through spread helpers and nested records, wherever below the folder they are. */
class Scan {
  readonly #folder: string;
  readonly #modules = new Map<string, Module>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  open(path: string): Module {
    const module = this.#modules.get(path) ?? readModule(path);
    this.#modules.set(path, module);
    return module;
  }

  /** The fields of every shape that an expression holds or names. */
  fieldsIn(expression: Node | undefined, module: Module): FieldsDocs {
    const fields = new Map<string, FieldDocs>();
    if (!expression) return fields;
    for (const shape of this.#shapesIn(expression, module)) {
      for (const property of shape.node.properties as Node[]) {
        if (property.type === 'SpreadElement') {
          const spread = this.fieldsIn(property.argument as Node, shape.module);
          for (const [name, docs] of spread) fields.set(name, docs);
          continue;
        }
        const key = property.key as Node;
        const given = property.computed ? shape.arguments.get(String(key.name)) : undefined;
        const prose = given?.prose ?? shape.module.docBefore(property.start);
        fields.set(given?.text ?? String(key.name ?? key.value), {
          prose: prose?.replace(/\s+/g, ' '),
          inside: () => this.fieldsIn(property.value as Node, shape.module),
        });
      }
    }
    return fields;
  }

  *#shapesIn(node: Node, module: Module, given = noArguments): Generator<Shape> {
    if (node.type === 'ObjectExpression') {
      yield { node, module, arguments: given };
      return;
    }
    if (node.type === 'Identifier') {
      const declaration = this.#resolve(String(node.name), module);
      if (declaration) yield* this.#shapesIn(declaration.node, declaration.module);
      return;
    }
    const called = node.type === 'CallExpression' ? this.#calledBy(node, module) : undefined;
    if (called) yield* this.#shapesIn(called.node, called.module, argumentsOf(called, node, module));
    for (const child of childrenOf(node)) {
      if (!called || child !== node.callee) yield* this.#shapesIn(child, module, given);
    }
  }

  #calledBy({ callee }: Node, module: Module): Declaration | undefined {
    const { type, name } = callee as Node;
    return type === 'Identifier' ? this.#resolve(String(name), module) : undefined;
  }

  #resolve(name: string, module: Module): Declaration | undefined {
    const own = module.declarations.get(name);
    if (own) return own;
    const imported = module.imports.get(name);
    // What comes from elsewhere are codecs and `define…`: they hold objects, but no fields.
    if (!imported?.path.startsWith(this.#folder)) return undefined;
    return this.open(imported.path).declarations.get(imported.name);
  }
}

/** The object given to `defineCall`. */
function specOf(node: Node): Node | undefined {
  if (node.type !== 'CallExpression') return undefined;
  if ((node.callee as Node).name !== 'defineCall') return undefined;
  return (node.arguments as Node[]).find((argument) => argument.type === 'ObjectExpression');
}

function argumentsOf({ parameters }: Declaration, call: Node, module: Module): Arguments {
  const given = (call.arguments as Node[]).map((argument, index) => {
    const value = { text: String(argument.value), prose: module.docBefore(argument.start) };
    return [parameters[index] ?? '', value] as const;
  });
  return new Map(given);
}

/** The names of what a function takes; none where it is not a function. */
function parametersOf(node: Node): string[] {
  return ((node.params ?? []) as Node[]).map((parameter) => String(parameter.name));
}

function propertyOf(object: Node, name: string): Node | undefined {
  return (object.properties as Node[]).find((property) => (property.key as Node | undefined)?.name === name)
    ?.value as Node | undefined;
}

function* childrenOf(node: Node): Generator<Node> {
  for (const [key, value] of Object.entries(node)) {
    // Types and the name of a property hold no shape.
    if (key === 'typeAnnotation' || key === 'typeArguments' || key === 'returnType') continue;
    if (node.type === 'MemberExpression' && key === 'property') continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null && 'type' in child) yield child as Node;
    }
  }
}

function readModule(path: string): Module {
  const source = readFileSync(path, 'utf8');
  const parsed = parseSync(path, source);
  const [error] = parsed.errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  const docs = parsed.comments.filter((comment) => comment.type === 'Block' && comment.value.startsWith('*'));
  const declarations = new Map<string, Declaration>();
  const imports = new Map<string, { path: string; name: string }>();
  const module: Module = {
    path,
    declarations,
    imports,
    commentBefore(position) {
      const doc = docs.findLast((comment) => comment.end <= position);
      // Only white space and line comments may stand between.
      const isDirect = doc && /^(\s|\/\/.*)*$/.test(source.slice(doc.end, position));
      return isDirect ? doc.value : undefined;
    },
    docBefore(position) {
      const comment = module.commentBefore(position);
      return comment === undefined ? undefined : proseOf(comment);
    },
  };
  for (const { moduleRequest, entries } of parsed.module.staticImports) {
    if (!moduleRequest.value.startsWith('.')) continue;
    const target = join(dirname(path), moduleRequest.value);
    for (const { importName, localName } of entries) {
      imports.set(localName.value, { path: target, name: importName.name ?? localName.value });
    }
  }
  for (const statement of parsed.program.body as unknown as Node[]) {
    const inner = (statement.declaration ?? statement) as Node;
    const comment = module.commentBefore(statement.start) ?? '';
    const docs = partsOf(comment);
    if (inner.type === 'FunctionDeclaration') {
      const parameters = parametersOf(inner);
      declarations.set(String((inner.id as Node).name), {
        module,
        node: inner.body as Node,
        ...docs,
        parameters,
      });
    }
    if (inner.type !== 'VariableDeclaration') continue;
    for (const { id, init } of inner.declarations as { id: Node; init: Node | null }[]) {
      if (init)
        declarations.set(String(id.name), { module, node: init, ...docs, parameters: parametersOf(init) });
    }
  }
  return module;
}

const linesOf = (comment: string) =>
  comment
    .slice(1)
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd());

const partsOf = (comment: string) => ({
  prose: comment === '' ? undefined : proseOf(comment),
  deprecated: tagOf(comment, '@deprecated'),
  remarks: tagOf(comment, '@remarks'),
});

/** What a tag of a comment says, in one line. */
function tagOf(comment: string, tag: '@deprecated' | '@remarks'): string | undefined {
  const lines = linesOf(comment);
  const begin = lines.findIndex((line) => line.startsWith(tag));
  if (begin < 0) return undefined;
  const after = lines.findIndex((line, index) => index > begin && line.startsWith('@'));
  const text = lines.slice(begin, after < 0 ? undefined : after).join(' ');
  return text.slice(tag.length).replace(/\s+/g, ' ').trim();
}

/** The text of a comment without its stars and tags; paragraphs stay apart. */
function proseOf(comment: string): string {
  const lines = linesOf(comment);
  const tag = lines.findIndex((line) => line.startsWith('@'));
  return (tag < 0 ? lines : lines.slice(0, tag))
    .join('\n')
    .replace(/\{@link ([^}]+)\}/g, '`$1`')
    .trim();
}

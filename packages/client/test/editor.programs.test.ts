import { spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { expect, it } from 'vitest';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const program = `
import type { ErplyClient } from '../src/index.ts';
declare const client: ErplyClient;
client.getProducts({ productIDs: [7] });
client.getWarehouses();
`;

interface Location {
  readonly uri: string;
}

interface Diagnostic {
  readonly message: string;
  readonly tags?: readonly number[];
}

/** What LSP says of something that is to be struck out. */
const deprecatedTag = 2;

/** An editor's questions to TypeScript about a program that is in no file. */
function openEditor(text: string) {
  const server = spawn(here('../../../node_modules/.bin/tsc'), ['--lsp', '-stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const uri = pathToFileURL(here('./a-program.ts')).href;
  const answers = new Map<number, (result: unknown) => void>();
  let received = Buffer.alloc(0);
  let asked = 0;

  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const take = (message: { id?: number; method?: string; result?: unknown }) => {
    if (message.id === undefined) return;
    if (message.method) send({ id: message.id, result: null });
    else answers.get(message.id)?.(message.result);
  };
  server.stdout.on('data', (data: Buffer) => {
    received = Buffer.concat([received, data]);
    for (;;) {
      const header = /^Content-Length: (\d+)[\s\S]*?\r\n\r\n/.exec(received.toString('latin1'));
      const end = (header?.[0].length ?? 0) + Number(header?.[1]);
      if (!header || received.length < end) return;
      take(JSON.parse(received.subarray(header[0].length, end).toString()));
      received = received.subarray(end);
    }
  });
  const ask = (method: string, params: object) => {
    asked += 1;
    const id = asked;
    return new Promise<unknown>((resolve) => {
      answers.set(id, resolve);
      send({ id, method, params });
    });
  };
  return {
    async open() {
      await ask('initialize', {
        processId: process.pid,
        rootUri: pathToFileURL(here('..')).href,
        capabilities: {
          textDocument: { diagnostic: { tagSupport: { valueSet: [deprecatedTag] } } },
        },
      });
      send({ method: 'initialized', params: {} });
      send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri, languageId: 'typescript', version: 1, text } },
      });
    },
    /** The files that "go to definition" leads to from a word. */
    async definitionOf(word: string): Promise<string[]> {
      const before = text.slice(0, text.indexOf(word)).split('\n');
      const position = { line: before.length - 1, character: (before.at(-1)?.length ?? 0) + 1 };
      const found = await ask('textDocument/definition', { textDocument: { uri }, position });
      return (found as Location[]).map((location) => location.uri.replace(/^.*\/packages\//, ''));
    },
    /** What is struck out, as the editor explains it. */
    async struckOut(): Promise<string[]> {
      const { items } = (await ask('textDocument/diagnostic', { textDocument: { uri } })) as {
        items: readonly Diagnostic[];
      };
      return items.filter(({ tags }) => tags?.includes(deprecatedTag)).map(({ message }) => message);
    },
    [Symbol.dispose]: () => void server.kill(),
  };
}

it('leads an editor from the method, and from an input, to the definition of the call', async () => {
  using editor = openEditor(program);
  await editor.open();
  const file = 'schemas/src/calls/products/get-products.ts';
  expect((await editor.definitionOf('getProducts('))[0]).toBe(file);
  expect(await editor.definitionOf('productIDs')).toEqual([file]);
});

it('strikes out a call in whose place Erply recommends another, and no other', async () => {
  using editor = openEditor(program);
  await editor.open();
  expect(await editor.struckOut()).toEqual(["'getWarehouses' is deprecated."]);
});

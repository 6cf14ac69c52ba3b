import type { Transport } from '@erply-kit/client';

/** Changes the text of an answer; `request` is the form that asked for it. */
type Tamper = (text: string, request: URLSearchParams) => string;

interface Tampering {
  /** Changes answers of the API. */
  readonly answer?: Tamper;
  /** Changes report files; the header keeps the length that the file had. */
  readonly file?: (text: string) => string;
}

/** The transport with somebody between the server and the client who changes answers. */
export function tamperedTransport(transport: Transport, { answer, file }: Tampering): Transport {
  return {
    async send(request) {
      const reply = await transport.send(request);
      if (!answer) return reply;
      const text = answer(new TextDecoder().decode(reply.body), new URLSearchParams(request.form));
      return { ...reply, body: new TextEncoder().encode(text) };
    },
    async open(request) {
      const opened = await transport.open(request);
      if (!file) return opened;
      const text = file(await textOf(opened.chunks));
      return { ...opened, chunks: inOnePiece(Buffer.from(text, 'latin1')) };
    },
  };
}

/** The text of a report file. */
export async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of chunks) pieces.push(piece);
  return Buffer.concat(pieces).toString('latin1');
}

export async function* inOnePiece(body: Uint8Array) {
  yield body;
}

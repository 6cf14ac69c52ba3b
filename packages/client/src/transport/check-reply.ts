import { Failure } from '../errors/failure.ts';
import type { TransportFile, TransportReply } from './transport.ts';

/** Checks what a transport gives, which may be one of the program's own. */
export function checkReply(reply: unknown): asserts reply is TransportReply {
  const { status, body } = (reply ?? {}) as Partial<TransportReply>;
  if (typeof status !== 'number' || !ArrayBuffer.isView(body))
    throw createTransportFailure('send() must give { status, body }, a number and a Uint8Array');
}

/** As `checkReply`, for a file. */
export function checkFile(file: unknown): asserts file is TransportFile {
  const { status, chunks } = (file ?? {}) as Partial<TransportFile>;
  if (typeof status !== 'number' || typeof chunks?.[Symbol.asyncIterator] !== 'function')
    throw createTransportFailure('open() must give { status, chunks }, a number and bytes to iterate over');
}

function createTransportFailure(message: string): Failure {
  return new Failure(`the transport's ${message}`, { kind: 'usage', recovery: 'none', isAmbiguous: true });
}

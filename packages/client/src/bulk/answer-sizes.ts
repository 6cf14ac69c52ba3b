import type { AnyCall } from '@erply-kit/schemas';

/** What is expected of a call that has not been seen yet. */
const unknownBytesPerRecord = 3000;

/** How many bytes the answers of each call have had, to pack bulk requests by. */
export interface AnswerSizes {
  learn(call: AnyCall, answer: { readonly records: number; readonly bytes: number }): void;
  /** Bytes to expect of one call with this input. */
  expect(call: AnyCall, input: Readonly<Record<string, unknown>>): number;
}

export function createAnswerSizes(): AnswerSizes {
  const perRecord = new Map<string, number>();
  const perAnswer = new Map<string, number>();
  return {
    learn(call, { records, bytes }) {
      perAnswer.set(call.name, bytes);
      if (records > 0) perRecord.set(call.name, bytes / records);
    },
    expect(call, input) {
      const bytesPerRecord = perRecord.get(call.name) ?? unknownBytesPerRecord;
      const { paging } = call;
      if (!paging) return perAnswer.get(call.name) ?? unknownBytesPerRecord;
      const wanted = Number(input.recordsOnPage ?? paging.defaultPageSize);
      return bytesPerRecord * Math.min(wanted, paging.maxPageSize(input as never));
    },
  };
}

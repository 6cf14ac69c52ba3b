import type { Transport, TransportReply } from '../../src/index.ts';
import type { FakeTime } from '../fake-time.ts';
import { body, failure, granted, serverTime } from '../scripted-transport.ts';

/** What happens to one request that saves. */
export type Mishap =
  | 'none'
  | 'dropped before'
  | 'dropped after'
  | 'truncated'
  | '503 after'
  | '1204'
  | '1205'
  | '1003'
  | 'timeout before'
  | 'timeout after'
  | 'refused 1010';

export interface Note {
  readonly inventoryTransferID: number;
  added: number;
  [field: string]: unknown;
}

export interface NoteServer extends Transport {
  readonly notes: Note[];
  /** Requests so far, by name. */
  readonly asked: string[];
  /** The forms of those that do not log in. */
  readonly forms: URLSearchParams[];
  /** The keys that came, in their order. */
  readonly keys: (string | undefined)[];
  /** Saves as another client does. */
  add(fields: object): Note;
  /** What the list answers may be tampered with. */
  onList: (notes: readonly Note[]) => readonly Note[] | { readonly errorCode: number };
  /** What a save is refused with; `undefined` where it is not. */
  refuse: (save: Readonly<Record<string, string>>) => number | undefined;
  /** The server's clock, in seconds. */
  now(): number;
}

const refusals: Partial<Record<Mishap, number>> = {
  '1204': 1204,
  '1205': 1205,
  '1003': 1003,
  'refused 1010': 1010,
};

type Sub = Readonly<Record<string, string>>;
interface Answer {
  readonly status: object;
  readonly records?: readonly object[] | undefined;
}

/** A server that saves each note once for a key, as Erply does documents, and to which one thing after the other happens. */
export function createNoteServer(time: FakeTime, mishaps: readonly Mishap[], offsetSeconds = 0): NoteServer {
  const keys = new Set<string>();
  const began = time.clock.now();
  const left = [...mishaps];
  const server: NoteServer = {
    notes: [],
    asked: [],
    forms: [],
    keys: [],
    onList: (notes) => notes,
    refuse: () => undefined,
    now: () => serverTime + offsetSeconds + Math.floor((time.clock.now() - began) / 1000),
    add(fields) {
      const date = new Date(server.now() * 1000).toISOString().slice(0, 10);
      const note = {
        inventoryTransferID: server.notes.length + 1,
        added: server.now(),
        date,
        notes: '',
        rows: [],
        ...fields,
      };
      server.notes.push(note);
      return note;
    },
    async send({ form, signal }) {
      const sent = new URLSearchParams(form);
      const name = sent.get('request') ?? 'bulk';
      server.asked.push(name);
      if (name === 'verifyUser') return granted();
      server.forms.push(sent);
      const mishap = name === 'listNotes' ? 'none' : (left.shift() ?? 'none');
      return meet(mishap, () => answer(sent), signal);
    },
    open: () => Promise.reject(new Error('no files')),
  };

  const status = (errorCode: number, records?: readonly object[]) => ({
    requestUnixTime: server.now(),
    responseStatus: errorCode === 0 ? 'ok' : 'error',
    errorCode,
    recordsTotal: records?.length ?? 0,
    recordsInResponse: records?.length ?? 0,
  });

  async function meet(mishap: Mishap, run: () => object, signal: AbortSignal): Promise<TransportReply> {
    const code = refusals[mishap];
    if (code !== undefined) return body(JSON.stringify({ status: status(code) }));
    if (mishap === 'dropped before') throw failure('lost', 'ECONNRESET');
    if (mishap === 'timeout before') return silent(signal);
    const text = JSON.stringify(run());
    if (mishap === 'dropped after') throw failure('lost', 'ECONNRESET');
    if (mishap === 'timeout after') return silent(signal);
    if (mishap === 'truncated') return body(text.slice(0, text.length - 9));
    return mishap === '503 after' ? body('<html>busy</html>', 503) : body(text);
  }

  function silent(signal: AbortSignal): Promise<never> {
    const { promise, reject } = Promise.withResolvers<never>();
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    void time.advance(600_000);
    return promise;
  }

  function answer(sent: URLSearchParams): object {
    const requests = sent.get('requests');
    if (requests === null) return one(Object.fromEntries(sent));
    const subs = JSON.parse(requests) as Sub[];
    const current: { id?: string } = {};
    return {
      status: status(0),
      requests: subs.map((sub) => {
        const { requestID, requestName, ...parameters } = sub;
        const said = one({ request: requestName ?? '', ...parameters }, current);
        return { ...said, status: { ...said.status, requestID: Number(requestID), requestName } };
      }),
    };
  }

  function one(sub: Sub, current: { id?: string } = {}): Answer {
    if (sub.request === 'listNotes') return list(Number(sub.changedSince));
    if (sub.request === 'saveBrand') return { status: status(0, [{}]), records: [{ brandID: 1 }] };
    if (sub.inventoryTransferOrderID === 'CURRENT_NOTE' && current.id === undefined)
      return { status: status(1158) };
    const said = save(sub, current.id);
    const [saved] = said.records ?? [];
    if (sub.request === 'saveNote' && saved !== undefined)
      current.id = String((saved as Note).inventoryTransferID);
    return said;
  }

  function save(sub: Sub, current: string | undefined): Answer {
    const key = sub.temporaryUUID;
    server.keys.push(key);
    const refusal = server.refuse(sub);
    if (refusal !== undefined) return { status: status(refusal) };
    if (key !== undefined && keys.has(key)) return { status: status(1206) };
    if (key !== undefined) keys.add(key);
    const order = sub.inventoryTransferOrderID === 'CURRENT_NOTE' ? current : sub.inventoryTransferOrderID;
    const rows = [1, 2, 3].flatMap((at) =>
      sub[`productID${at}`] === undefined
        ? []
        : [
            {
              productID: Number(sub[`productID${at}`]),
              amount: Number(sub[`amount${at}`]),
              price: round4(sub[`price${at}`]),
            },
          ],
    );
    const { inventoryTransferID } = server.add({
      ...(sub.date === undefined ? {} : { date: sub.date }),
      notes: sub.notes ?? '',
      warehouseFromID: Number(sub.warehouseFromID ?? 1),
      inventoryTransferOrderID: Number(order ?? 0),
      rows,
    });
    const records = [{ inventoryTransferID }];
    return { status: status(0, records), records };
  }

  function list(since: number): Answer {
    const records = server.onList(server.notes.filter(({ added }) => added >= since));
    if ('errorCode' in records) return { status: status(records.errorCode) };
    return { status: status(0, records), records };
  }

  return server;
}

const round4 = (text: string | undefined) => Math.round(Number(text ?? 0) * 1e4) / 1e4;

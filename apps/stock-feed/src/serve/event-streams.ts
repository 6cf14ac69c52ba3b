import { feedItem } from '../feed-item.ts';
import type { FeedChanges, FeedStore } from '../store/feed-store.ts';

export interface EventStreamsOptions {
  readonly store: FeedStore;
  /** More readers at once are turned away. */
  readonly mostClients: number;
  /** What waits for a reader who does not keep up; one that has more is cut off, and comes back where it was. */
  readonly mostBufferedBytes: number;
}

/** A reader to be. */
export interface EventReader {
  /** Where it goes on; `undefined` for one that nobody can say of what it has missed. */
  readonly from: number | undefined;
  /** Ends its connection. */
  cutOff(): void;
}

/** Readers of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export interface EventStreams {
  /** `undefined` when there are too many already. */
  open(reader: EventReader): ReadableStream<Uint8Array> | undefined;
  readonly clients: number;
  /** Says to all that the server is still there; proxies end what is silent. */
  beat(): void;
  /** Ends all of them. */
  close(): void;
}

interface Client {
  /** The state that it knows. */
  at: number;
  send(bytes: Uint8Array): void;
  end(): void;
}

/** Rows in one event. Only the last one of a state has its ID: who loses one gets them all again. */
const rowsInEvent = 500;

/** Sends what has changed to all who listen. */
export function createEventStreams(options: EventStreamsOptions): EventStreams {
  const { store } = options;
  const clients = new Set<Client>();
  /** What was made last: nearly all readers are at the same state. */
  let last: { readonly from: number; readonly to: number; readonly bytes: Uint8Array } | undefined;
  const bytesSince = (from: number, to: number): Uint8Array => {
    if (last && last.from === from && last.to === to) return last.bytes;
    const changes = store.changesSince(from);
    const bytes = encode(changes ? eventsOf(changes) : resetEvent(to));
    last = { from, to, bytes };
    return bytes;
  };
  const endSubscription = store.subscribe(() => {
    const sequence = store.current()?.sequence ?? 0;
    for (const client of clients) {
      client.send(bytesSince(client.at, sequence));
      client.at = sequence;
    }
  });
  return {
    get clients() {
      return clients.size;
    },
    open({ from, cutOff }) {
      const sequence = store.current()?.sequence;
      if (clients.size >= options.mostClients || sequence === undefined) return undefined;
      const { client, stream } = createClient(options.mostBufferedBytes, cutOff, () =>
        clients.delete(client),
      );
      clients.add(client);
      client.at = sequence;
      if (from === undefined) client.send(encode(resetEvent(sequence)));
      else client.send(from === sequence ? encode(readyEvent(sequence)) : bytesSince(from, sequence));
      return stream;
    },
    beat() {
      for (const client of clients) client.send(heartbeat);
    },
    close() {
      endSubscription();
      for (const client of clients) client.end();
    },
  };
}

function createClient(mostBytes: number, cutOff: () => void, onEnd: () => void) {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>(
    {
      start(own) {
        controller = own;
      },
      cancel: onEnd,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostBytes }),
  );
  const client: Client = {
    at: 0,
    send(bytes) {
      // The first event may be larger than the buffer: it is sent to a buffer that is empty.
      const free = controller?.desiredSize ?? 0;
      if (bytes.length <= free || free === mostBytes) return controller?.enqueue(bytes);
      onEnd();
      controller?.close();
      cutOff();
    },
    end() {
      onEnd();
      controller?.close();
    },
  };
  return { client, stream };
}

const encoder = new TextEncoder();
const encode = (text: string) => encoder.encode(text);
const heartbeat = encode(': still here\n\n');

function eventsOf({ from, to, changed, removed }: FeedChanges): string {
  const rows = [...changed.map(feedItem), ...removed.map((key) => ({ ...key, available: 0, removed: true }))];
  const events: string[] = [];
  for (let at = 0; at < rows.length || at === 0; at += rowsInEvent) {
    const isLast = at + rowsInEvent >= rows.length;
    const data = JSON.stringify({ from, to, rows: rows.slice(at, at + rowsInEvent) });
    events.push(`event: changes\n${isLast ? `id: ${to}\n` : ''}data: ${data}\n\n`);
  }
  return events.join('');
}

/** The reader has missed something: it has to read the feed whole, and is up to date with the state named here or later. */
function resetEvent(sequence: number): string {
  return `event: reset\nid: ${sequence}\ndata: ${JSON.stringify({ to: sequence })}\n\n`;
}

function readyEvent(sequence: number): string {
  return `retry: 5000\nevent: ready\nid: ${sequence}\ndata: ${JSON.stringify({ to: sequence })}\n\n`;
}

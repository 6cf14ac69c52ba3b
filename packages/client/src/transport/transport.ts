/** A request that the client wants sent. Redirects must not be followed: a body may hold the password. */
export interface TransportRequest {
  readonly url: string;
  /** Form fields, url-encoded: then it is a POST. Absent: a GET. */
  readonly form?: string;
  readonly signal: AbortSignal;
}

/** An answer, read to its end. */
export interface TransportReply {
  readonly status: number;
  readonly body: Uint8Array;
}

/** A file that begins to come. */
export interface TransportFile {
  readonly status: number;
  /** The header Content-Length, where there is one. */
  readonly contentLength: number | undefined;
  /** Ends the request when it is left early. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** How requests leave this machine. Failures are thrown as `TransportError`, aborts as the signal's reason. */
export interface Transport {
  /** Sends a request to the API. */
  send(request: TransportRequest): Promise<TransportReply>;
  /** Opens a report file. */
  open(request: TransportRequest): Promise<TransportFile>;
  /** Lets go of connections. */
  close?(): Promise<void>;
}

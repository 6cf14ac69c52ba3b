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
  /** The coding that the body is still in, such as `gzip`: nobody asked for one. Absent: none. */
  readonly contentEncoding?: string | undefined;
}

/** A file that begins to come. */
export interface TransportFile {
  readonly status: number;
  /** The header Content-Length, where there is one and it counts the bytes of `chunks`. */
  readonly contentLength: number | undefined;
  /**
   * The answer's framing marks its end, and `chunks` throw when it breaks off before that: HTTP/1.1 with
   * `Transfer-Encoding: chunked`, HTTP/2, HTTP/3. `false` where a file ends when its connection does, and where the
   * transport cannot tell: then only `contentLength` proves that a file came whole.
   */
  readonly hasFramedEnd: boolean;
  /** The coding that `chunks` are still in, such as `gzip`: nobody asked for one. Absent: none. */
  readonly contentEncoding?: string | undefined;
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

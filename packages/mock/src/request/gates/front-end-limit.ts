import { limits } from '@erply-kit/schemas';

interface Visitor {
  inFlight: number;
  /** Milliseconds by the server's clock. */
  windowStart: number;
  inWindow: number;
  blockedUntil: number;
}

/** Addresses that are remembered before those with nothing to remember are forgotten. */
const manyVisitors = 10_000;

/**
 * The limit of Erply's front end, which knows addresses and no accounts: 10 requests at once, and 150 in 30 seconds,
 * after which everything is refused for 10 seconds. Goes by the server's clock, so a frozen one has to be moved.
 */
export class FrontEndLimit {
  readonly #visitors = new Map<string, Visitor>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether a request may come in. Each that may has to `leave` when it has been answered. */
  enter(address: string): boolean {
    const now = this.#now();
    const visitor = this.#visitor(address, now);
    if (now < visitor.blockedUntil || visitor.inFlight >= limits.concurrentRequestsPerAddress) return false;
    if (now - visitor.windowStart >= limits.addressWindowMs) {
      visitor.windowStart = now;
      visitor.inWindow = 0;
    }
    visitor.inWindow += 1;
    if (visitor.inWindow > limits.requestsPerAddressWindow) {
      visitor.blockedUntil = now + limits.addressBlockMs;
      return false;
    }
    visitor.inFlight += 1;
    return true;
  }

  leave(address: string): void {
    const visitor = this.#visitors.get(address);
    if (visitor !== undefined) visitor.inFlight -= 1;
  }

  #visitor(address: string, now: number): Visitor {
    let visitor = this.#visitors.get(address);
    if (visitor === undefined) {
      if (this.#visitors.size >= manyVisitors) this.#forgetIdle(now);
      visitor = { inFlight: 0, windowStart: now, inWindow: 0, blockedUntil: 0 };
      this.#visitors.set(address, visitor);
    }
    return visitor;
  }

  #forgetIdle(now: number): void {
    for (const [address, visitor] of this.#visitors) {
      const isOver = now >= visitor.blockedUntil && now - visitor.windowStart >= limits.addressWindowMs;
      if (visitor.inFlight === 0 && isOver) this.#visitors.delete(address);
    }
  }
}

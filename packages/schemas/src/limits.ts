/** What Erply limits, as its pages state it. */
export const limits = {
  /** Requests an account may make in a clock hour. Erply's pages say 500 to 6000; 6000 is the newest (2022). */
  quotaUnitsPerHour: 6000,
  /** What one request costs of the hour's quota. */
  requestCostUnits: 1,
  /** What one sub-request of a bulk request costs. */
  subRequestCostUnits: 0.1,
  /** Sub-requests of one bulk request; more are refused with 1020. */
  subRequestsPerBulk: 100,
  /** Requests in flight from one address; more are answered with HTTP 429. */
  concurrentRequestsPerAddress: 10,
  /** Requests from one address in a window of `addressWindowMs`. */
  requestsPerAddressWindow: 150,
  addressWindowMs: 30_000,
  /** How long an address is answered with HTTP 429 after that. */
  addressBlockMs: 10_000,
  /** Session length when the login does not say, and the longest that is granted. */
  sessionSeconds: 3600,
  maxSessionSeconds: 86_400,
  /** Wrong passwords in a row that lock a user, and for how long. */
  loginFailures: 5,
  lockoutSeconds: 600,
} as const;

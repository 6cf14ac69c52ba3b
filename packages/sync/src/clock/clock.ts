/** Time as an argument: milliseconds since 1970. */
export interface Clock {
  now(): number;
}

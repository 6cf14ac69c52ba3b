/** The type of problem that an error code stands for. */
export type ErrorKind =
  | 'unavailable'
  | 'account'
  | 'quota'
  | 'request'
  | 'session'
  | 'credentials'
  | 'rights'
  | 'module'
  | 'input'
  | 'conflict'
  | 'business'
  | 'busy'
  | 'external';

/** What a client should do about it. */
export type ErrorAction =
  /** Log in once and repeat the call. */
  | 'logIn'
  /** Wait for the next clock hour of the server. */
  | 'waitForHour'
  /** Repeat after a pause that grows. */
  | 'backOff'
  /** Take the call as done: an earlier try did it. */
  | 'treatAsDone'
  /** Do not repeat before the request is different. */
  | 'fixRequest'
  /** Do not repeat before a person has changed user name, password or token. */
  | 'fixCredentials'
  /** Do not repeat before the account's administrator has changed rights, modules or settings. */
  | 'changeAccount';

export interface ErrorCode {
  readonly code: number;
  /** A name of ours: Erply has numbers only. */
  readonly name: string;
  readonly meaning: string;
  readonly kind: ErrorKind;
  readonly action: ErrorAction;
  /** `errorField` names the parameter. */
  readonly errorField?: true;
}

/** What one check has found, in one line for an operator. */
export interface Finding {
  /** What was looked at: `login`, `database` … */
  readonly check: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly message: string;
  /** What to do, where something is to be done. */
  readonly advice?: string;
}

export const ok = (check: string, message: string): Finding => ({ check, state: 'ok', message });

export const warn = (check: string, message: string, advice: string): Finding => ({
  ...{ check, state: 'warn', message, advice },
});

export const fail = (check: string, message: string, advice: string): Finding => ({
  ...{ check, state: 'fail', message, advice },
});

import { readDuration } from '@erply-kit/command-line';

/** How often Erply is asked. */
export const followOptions = {
  every: { type: 'string', default: '1m' },
  'full-every': { type: 'string', default: '1d' },
} as const;

export const followHelp = `\
  --every TIME           how often Erply is asked what has changed: 30s, 5m, 2h          [default: 1m]
  --full-every TIME      how often everything is read                                  [default: 1d]
`;

interface FollowValues {
  readonly every: string;
  readonly 'full-every': string;
}

/** Reads them; throws `UsageError`. */
export function followOf(values: FollowValues): { readonly everyMs: number; readonly fullEveryMs: number } {
  return {
    everyMs: readDuration('--every', values.every),
    fullEveryMs: readDuration('--full-every', values['full-every']),
  };
}

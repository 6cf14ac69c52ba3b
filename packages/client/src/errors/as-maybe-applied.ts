import { ErplyError } from './erply-error.ts';

/**
 * An error of a save whose earlier request was lost: whatever was answered since, that one may have been applied.
 * `madeKey` is what Erply knows the save by, where this client has made it.
 */
export function asMaybeApplied(error: ErplyError, madeKey: string | undefined): ErplyError {
  const isSaid = error.mayHaveBeenApplied;
  if (isSaid && madeKey === undefined) return error;
  const message = isSaid
    ? error.message
    : `${withoutStop(error.message)}; an earlier request, whose answer was lost, may have been applied.`;
  return new ErplyError(message, {
    ...error,
    retryable: false,
    mayHaveBeenApplied: true,
    temporaryUUID: madeKey,
    cause: error.cause as Error | undefined,
  });
}

const withoutStop = (message: string) => message.replace(/\.$/, '');

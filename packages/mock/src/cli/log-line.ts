import type { LoggedRequest } from '../options.ts';
import { oneLine } from './one-line.ts';

function nameOf({ request, subRequest, subRequests }: LoggedRequest): string {
  if (subRequests !== undefined) return `${request} of ${subRequests}`;
  return subRequest === undefined ? request || '-' : `${request || '-'}[${subRequest}]`;
}

function outcomeOf({ status, errorCode, errorField, gate }: LoggedRequest): string {
  const http = status === undefined || status === 200 ? '' : ` http=${status}`;
  if (errorCode === 0) return `ok${http}`;
  // A fault kept it from the API, or lost its answer before there was one.
  if (errorCode === undefined) return `unanswered${http}`;
  const field = errorField === undefined ? '' : ` field=${errorField}`;
  return `error=${errorCode}${field} gate=${gate ?? 'none'}${http}`;
}

/** A request as one line: in words, or as JSON. Names in it come from outside. */
export function logLine(request: LoggedRequest, form: 'text' | 'json'): string {
  if (form === 'json') return oneLine(JSON.stringify(request));
  const { time, account, records, units, ms, faults, notes } = request;
  const numbers = [
    ...(records === undefined ? [] : [`records=${records}`]),
    `units=${units}`,
    `ms=${ms}`,
    ...(faults === undefined ? [] : [`faults=${faults.join(',')}`]),
    ...(notes === 0 ? [] : [`notes=${notes}`]),
  ];
  return oneLine(`${time} ${account || '-'} ${nameOf(request)} ${outcomeOf(request)} ${numbers.join(' ')}`);
}

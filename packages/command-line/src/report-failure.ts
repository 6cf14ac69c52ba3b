import type { Failure } from './describe-failure.ts';
import { jsonLine } from './json-line.ts';
import { oneLine } from './one-line.ts';
import type { ProcessIO } from './process-io.ts';

/** Says on stderr what went wrong, with `--json` on stdout too, and gives back the exit code. */
export function reportFailure(
  failure: Failure,
  { args, stdout, stderr }: ProcessIO,
  program: string,
): number {
  const { exitCode } = failure;
  const message = oneLine(failure.message);
  stderr.write(`${program}: ${message}\n`);
  if (args.includes('--json')) stdout.write(jsonLine({ event: 'failure', exitCode, message }));
  return exitCode;
}

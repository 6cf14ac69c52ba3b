/** The exit code that shells expect of a program that a signal has ended. */
export function signalExitCode({ reason }: AbortSignal): number {
  return reason === 'SIGINT' ? 130 : 143;
}

import type { ProcessGroup } from './process-group.ts';

/** How long a command may take to end after a signal, before it is killed. */
const killAfterMs = 10_000;

/** A terminal signals npm and what it has started, and npm passes that on: the second one is the same one. */
const sameSignalMs = 300;

const passed = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Passes signals to this process on to a command. A second one kills it, and so does time.
 * @param isInteractive the terminal sends Ctrl-C to the command itself, which may go on.
 */
export function passSignals(group: ProcessGroup, isInteractive: boolean) {
  const timers: NodeJS.Timeout[] = [];
  let isRecent = false;
  let hasEnded = false;
  const pass = (signal: NodeJS.Signals) => {
    if (signal === 'SIGINT' && isInteractive) return;
    if (isRecent || hasEnded) return;
    if (timers.length > 0) {
      group.send('SIGKILL');
      return;
    }
    group.send(signal);
    isRecent = true;
    timers.push(setTimeout(() => group.send('SIGKILL'), killAfterMs));
    timers.push(setTimeout(() => (isRecent = false), sameSignalMs));
  };
  for (const signal of passed) process.on(signal, pass);
  return {
    pass,
    /** From now on signals do nothing: this process ends by itself, with the exit code of the command. */
    stop() {
      hasEnded = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

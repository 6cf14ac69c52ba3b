import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** How long what a command has left behind may take to end, before it is killed. */
const endMs = 2000;
const pollMs = 25;

/** A command, and what it has started. */
export interface ProcessGroup {
  send(signal: NodeJS.Signals): void;
  /** Ends what is left of it; does nothing where nothing is. */
  end(): Promise<void>;
}

/** @param hasGroup it was started as the first of a group of its own, so that all of the group can be reached. */
export function processGroup({ pid }: ChildProcess, hasGroup: boolean): ProcessGroup {
  /** Answers whether there was anybody. */
  const send = (signal: NodeJS.Signals | 0): boolean => {
    if (pid === undefined) return false;
    try {
      return process.kill(hasGroup ? -pid : pid, signal);
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
  };
  return {
    send: (signal) => void send(signal),
    async end() {
      if (!hasGroup || !send('SIGTERM')) return;
      for (let waitedMs = 0; waitedMs < endMs; waitedMs += pollMs) {
        if (!send(0)) return;
        await wait(pollMs);
      }
      send('SIGKILL');
    },
  };
}

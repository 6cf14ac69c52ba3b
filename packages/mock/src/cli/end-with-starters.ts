/** The time that a port stays taken after its server has lost its starter. */
const pollMs = 500;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process, but there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Calls `end` once one of the processes that this one was started through is gone, its parent first. A SIGTERM to npx
 * ends the shell below it and nothing else, and the command would keep its port (npm 11). Keeps nothing alive itself.
 */
export function endWithStarters(starters: readonly number[], end: () => void): void {
  const [parent] = starters;
  if (parent === undefined) return;
  const timer = setInterval(() => {
    if (process.ppid === parent && starters.every(isAlive)) return;
    clearInterval(timer);
    end();
  }, pollMs);
  timer.unref();
}

/** Warns the developer, apart from any call: a warning of the process, which prints it on stderr unless it is set up otherwise. */
export function warn(message: string): void {
  // Not every runtime has the process of Node.
  if (typeof globalThis.process?.emitWarning !== 'function') console.warn(message);
  else process.emitWarning(message, 'ErplyClientWarning');
}

import { extname } from 'node:path';

/** Where a worker lies: beside this file, be it a source, or part of the bundle that is published. */
export const workerFile = (name: string): URL =>
  new URL(`./${name}${extname(import.meta.filename)}`, import.meta.url);

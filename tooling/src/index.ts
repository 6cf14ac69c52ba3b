export { canaries, findCanaries, refuseCanaries } from './canaries.ts';
export { pnpm } from './pnpm.ts';
export { repository } from './repository.ts';
export { type RunOptions, type RunResult, run, runForJson, runOrThrow } from './run.ts';
export { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';

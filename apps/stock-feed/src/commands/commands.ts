import type { Command } from '../command.ts';
import { run } from './run.ts';

/** Every command by name; `run` is meant where none is named. */
export const commands: Readonly<Record<string, Command>> = { run };

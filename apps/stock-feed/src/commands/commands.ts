import type { Command } from '../command.ts';
import { push } from './push.ts';
import { run } from './run.ts';
import { serve } from './serve.ts';
import { watch } from './watch.ts';

/** Every command by name; `run` is meant where none is named. */
export const commands: Readonly<Record<string, Command>> = { run, watch, serve, push };

import { audit } from './audit.ts';
import { backup } from './backup.ts';
import type { Command } from './command.ts';
import { doctor } from './doctor.ts';
import { exportParquet } from './export.ts';
import { forget } from './forget.ts';
import { plan } from './plan.ts';
import { redrive } from './redrive.ts';
import { repair } from './repair.ts';
import { run } from './run.ts';
import { status } from './status.ts';
import { watch } from './watch.ts';

/** Every command, by what is typed for it. */
export const commands: Readonly<Record<string, Command>> = {
  plan,
  run,
  watch,
  status,
  doctor,
  audit,
  repair,
  redrive,
  backup,
  export: exportParquet,
  forget,
};

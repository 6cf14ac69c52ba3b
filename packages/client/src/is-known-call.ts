import { calls } from '@erply-kit/schemas';

import type { CallName } from './call-types.ts';

/** Whether the schemas have a call of this name. */
export const isKnownCall = (name: string): name is CallName => Object.hasOwn(calls, name);

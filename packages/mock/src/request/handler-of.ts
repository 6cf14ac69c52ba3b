import type { AnyCall, calls } from '@erply-kit/schemas';

import * as served from '../entities/index.ts';
import { genericDelete } from '../generic/delete.ts';
import type { Handler } from '../generic/handler.ts';
import { genericList } from '../generic/list.ts';
import { genericOne } from '../generic/one.ts';
import { genericSave } from '../generic/save.ts';

type Handlers = { readonly [TName in keyof typeof calls]?: Handler<(typeof calls)[TName]> };

/** Calls that do more than list, save or delete the records of a table, each by a handler of its own name. */
const ownHandlers: Handlers = { ...served };

/** Who carries out a call: its own handler, or the generic one that its definition allows. */
export function handlerOf(call: AnyCall): Handler | undefined {
  // Each handler takes the input of its own call; the type of the table guarantees that they match.
  const own = ownHandlers[call.name as keyof Handlers] as Handler | undefined;
  if (own !== undefined) return own;
  if (call.table === undefined) return undefined;
  if ('list' in call.result) return genericList;
  if ('one' in call.result && call.effect === 'read') return genericOne;
  if (call.effect === 'delete') return genericDelete;
  return call.right === 'save' ? genericSave : undefined;
}

import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { genericSave } from '../../generic/save.ts';
import { placedContent } from '../products/sent-content.ts';

/** Gives a product a file. The fake keeps no content: the address reaches nobody. */
export const saveProductFile: Handler<typeof calls.saveProductFile> = (context, input) => {
  const { account } = context;
  const { file: content, filename, url, hostingProvider, ...named } = input;
  const isNew = input.productFileID === undefined;
  const sent = { input: 'file', content, filename, url, hostingProvider, isNew };
  const placed = placedContent(account, sent);
  if (placed === undefined) return genericSave(context, named);
  const fileURL =
    'url' in placed
      ? placed.url
      : `https://files.example.test/${account.code}/${encodeURIComponent(placed.filename)}`;
  const { external, hostingProvider: provider } = placed;
  return genericSave(context, { ...named, fileURL, external, hostingProvider: provider });
};

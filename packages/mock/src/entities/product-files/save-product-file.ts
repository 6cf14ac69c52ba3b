import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { genericSave } from '../../generic/save.ts';
import { contentOrigin } from '../products/sent-content.ts';

/** Gives a product a file. The fake keeps no content: the address reaches nobody. */
export const saveProductFile: Handler<typeof calls.saveProductFile> = (context, input) => {
  const { account } = context;
  const { file: content, filename, url, hostingProvider, ...named } = input;
  const isNew = input.productFileID === undefined;
  const sent = { input: 'file', content, filename, url, hostingProvider, isNew };
  const origin = contentOrigin(account, sent);
  if (origin === undefined) return genericSave(context, named);
  const fileURL =
    'url' in origin
      ? origin.url
      : `https://files.example.test/${account.code}/${encodeURIComponent(origin.filename)}`;
  const { external, hostingProvider: provider } = origin;
  return genericSave(context, { ...named, fileURL, external, hostingProvider: provider });
};

import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { genericSave } from '../../generic/save.ts';
import { contentOrigin } from '../products/sent-content.ts';

const sizes = ['thumb', 'small', 'large', 'full'] as const;

/** Gives a product a picture. The fake keeps no content: the addresses reach nobody. */
export const saveProductPicture: Handler<typeof calls.saveProductPicture> = (context, input) => {
  const { account } = context;
  const { picture: content, filename, url, hostingProvider, ...named } = input;
  const isNew = input.productPictureID === undefined;
  const sent = { input: 'picture', content, filename, url, hostingProvider, isNew };
  const origin = contentOrigin(account, sent);
  if (origin === undefined) return genericSave(context, named);
  const addressOf = (size: string) =>
    'url' in origin
      ? origin.url
      : `https://pictures.example.test/${account.code}/${size}/${encodeURIComponent(origin.filename)}`;
  const addresses = Object.fromEntries(sizes.map((size) => [`${size}URL`, addressOf(size)]));
  const { external, hostingProvider: provider } = origin;
  return genericSave(context, { ...named, ...addresses, external, hostingProvider: provider });
};

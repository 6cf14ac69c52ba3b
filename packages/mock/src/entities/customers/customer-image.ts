import type { Account } from '../../account/account.ts';
import { refuse } from '../../wire/refusal.ts';

/** What pictures of a type begin with, and how their files end. */
const types = [
  { mimeType: 'image/jpeg', extension: 'jpg', beginning: [0xff, 0xd8, 0xff] },
  { mimeType: 'image/gif', extension: 'gif', beginning: [0x47, 0x49, 0x46, 0x38] },
] as const;

/** Characters of base64 that hold the beginning of a picture. */
const firstCharacters = 8;

interface SentImage {
  readonly imageContent?: string | undefined;
  readonly imageMimeType?: string | undefined;
}

/**
 * The address of a picture that is sent; "" where it is taken away, `undefined` where none is sent. The fake keeps no content:
 * the address reaches nobody. 1016: not base64, or no picture of that type.
 */
export function imageAddress(
  account: Account,
  { imageContent, imageMimeType }: SentImage,
): string | undefined {
  if (imageContent === undefined || imageContent === '') return imageContent;
  const base64 = imageContent.replaceAll(/\s/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.replaceAll('=', '').length % 4 === 1)
    refuse(1016, 'imageContent');
  const bytes = Buffer.from(base64.slice(0, firstCharacters), 'base64');
  const type = types.find(({ beginning }) => beginning.every((byte, index) => bytes[index] === byte));
  if (type === undefined) refuse(1016, 'imageContent');
  if (imageMimeType !== undefined && imageMimeType !== type.mimeType) refuse(1016, 'imageMimeType');
  const name = account
    .random('filenames')
    .below(2 ** 31)
    .toString(16);
  return `https://pictures.example.test/${account.code}/customers/${name}.${type.extension}`;
}

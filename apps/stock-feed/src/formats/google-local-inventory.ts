import type { FeedRow } from '../feed-row.ts';
import type { FeedFormat } from './feed-format.ts';
import { createKnownCodes } from './known-codes.ts';

/**
 * Google's local inventory data, as a text file with tabs: https://support.google.com/merchants/answer/14819809. It has
 * what that page requires and Erply knows: `store_code` (at most 64 characters), `id` (at most 50; the product's code),
 * `availability`, and `quantity`. Prices are left to the product data: which of Erply's prices a store asks depends on
 * its price lists.
 */
export const googleLocalInventory: FeedFormat = {
  fileName: 'google-local-inventory.tsv',
  refusal({ sum, identifiers }) {
    if (sum) return 'it has a row for each store: leave out --sum, or make --group NAME=all';
    return identifiers ? undefined : 'it names products by their code: leave out --no-identifiers';
  },
  encoder() {
    const codes = createKnownCodes();
    return {
      start: `${header}\n`,
      row(row) {
        const { code = '', storeCode = '' } = row;
        if (!fits(code, 50) || !fits(storeCode, 64) || codes.isAnothers(row)) return '';
        // Whole pieces only: what is left of one cannot be picked up.
        const quantity = Math.max(0, Math.floor(row.available));
        return `${storeCode}\t${code}\t${quantity > 0 ? 'in_stock' : 'out_of_stock'}\t${quantity}\n`;
      },
      end: '',
    };
  },
  reader() {
    let isHeader = true;
    return {
      read(line) {
        if (isHeader) {
          if (line !== header) throw new SyntaxError('its columns are others');
          isHeader = false;
          return undefined;
        }
        const [place = '', product = '', availability, quantity = ''] = line.split('\t');
        if (!availability || !/^\d+$/.test(quantity)) throw new SyntaxError('a number is missing');
        return { product, place, available: Number(quantity) };
      },
      end() {
        if (isHeader) throw new SyntaxError('it has no columns');
      },
    };
  },
  compared: ({ code = '', storeCode = '', available }: FeedRow) => ({
    product: code,
    place: storeCode,
    available: Math.floor(available),
  }),
};

const header = 'store_code\tid\tavailability\tquantity';

/** A tab or the end of a line has no way to be written in it, and blanks at an end get lost. */
function fits(text: string, mostCharacters: number): boolean {
  const isPlain = !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) && text === text.trim();
  return text !== '' && isPlain && [...text].length <= mostCharacters;
}

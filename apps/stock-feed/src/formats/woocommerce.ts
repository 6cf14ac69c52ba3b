import type { FeedRow } from '../feed-row.ts';
import type { FeedFormat } from './feed-format.ts';
import { createKnownCodes } from './known-codes.ts';

/**
 * A CSV for the product importer of WooCommerce, which maps these columns by itself; run it with "update existing
 * products". It finds a product by its SKU, which is the product's code here, and a `Stock` makes it manage stock.
 *
 * The importer cleans an SKU before it looks for it: it takes off blanks, tags, line ends and percent signs with two
 * digits, and it takes `0` for none. Rows whose code it would change are left out, since their stock could go to
 * another product.
 */
export const woocommerce: FeedFormat = {
  fileName: 'woocommerce.csv',
  refusal({ sum, groups, warehouses, identifiers }) {
    if (!identifiers) return 'it names products by their SKU: leave out --no-identifiers';
    const places = groups?.length ?? warehouses.length;
    return sum || places === 1
      ? undefined
      : 'it has one stock for a product: add --sum, or name one --group or one --warehouse';
  },
  encoder() {
    const codes = createKnownCodes();
    return {
      start: `${header}\n`,
      row(row) {
        const { code = '' } = row;
        if (!isKept(code) || codes.isAnothers(row)) return '';
        // The importer cuts off decimals; less than nothing would be a stock of its own there.
        const stock = Math.max(0, Math.floor(row.available));
        return `"${code.replaceAll('"', '""')}",${stock},${stock > 0 ? 1 : 0}\n`;
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
        const [, code, stock] = /^"((?:[^"]|"")*)",(\d+),[01]$/.exec(line) ?? [];
        if (code === undefined) throw new SyntaxError('a number is missing');
        return { product: code.replaceAll('""', '"'), place: 0, available: Number(stock) };
      },
      end() {
        if (isHeader) throw new SyntaxError('it has no columns');
      },
    };
  },
  compared: ({ code = '', available }: FeedRow) => ({
    product: code,
    place: 0,
    available: Math.floor(available),
  }),
};

const header = 'SKU,Stock,In stock?';

function isKept(code: string): boolean {
  if (code === '' || code === '0' || code !== code.trim()) return false;
  return !/[<\p{Cc}\p{Zl}\p{Zp}]| {2}|%[a-f0-9]{2}/iu.test(code);
}

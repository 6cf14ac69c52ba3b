import { formatNames } from './formats/formats.ts';

const titles = formatNames.map((name) => name.toUpperCase()).join(' and ');
const endings = formatNames.map((name) => `.${name}`).join(' or ');
const files = formatNames.map((name) => `stock.${name}`).join(' and ');
const format = `--format ${formatNames.join('|')}`;

export const help = `Writes what is available in Erply as ${titles}: amountInStock - amountReserved.

  npx pnpm@12 stock-feed run [options]

  --out DIR|FILE         where to; a name ending in ${endings} is a file, any other a folder that gets
                         ${`${files}. Repeat it for more.`.padEnd(61)} [default: .data]
  ${format.padEnd(22)} what a folder gets; repeat it for more                        [default: all]
  --warehouse ID         only this warehouse; repeat it for more                       [default: all]
  --offline              with the warehouses that Erply marks as offline               [default: without]
  --sum                  one row for a product: the sum over the warehouses
  --rows all|stocked     all: every product that can have stock and is not archived, 0 included;
                         stocked: only those of which Erply's stock is not zero        [default: all]
  --no-identifiers       without the columns code and code2
  --negative zero|keep   what becomes of less than nothing                             [default: zero]
  --max-zeroed PERCENT   refuse to replace a feed when more of its available items than that would
                         fall to 0 at once; 100 turns it off                           [default: 50]
  --allow-empty          let an empty answer replace what was there
  --allow-insecure       let the password go over plain http to another machine, such as a fake in a container
  --allow-link-host HOST take stock files from this host too, HOST or HOST:PORT; repeat it for more
  --json                 print the report as one JSON object
  --help, --version

Environment, also from a file .env in the current folder (.env.example shows how): ERPLY_CLIENT_CODE,
ERPLY_USERNAME, ERPLY_PASSWORD or ERPLY_PASSWORD_FILE, and ERPLY_API_URL for the fake or a proxy.
ERPLY_ALLOW_INSECURE=1 is as --allow-insecure, ERPLY_ALLOW_LINK_HOSTS=HOST,HOST as --allow-link-host.

Exit codes: 0 written, 1 failed or refused (the old files stay), 2 wrong usage, 130 and 143 interrupted.
`;

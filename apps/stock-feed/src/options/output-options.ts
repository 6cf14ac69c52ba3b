import { formatNames } from '../formats/formats.ts';

/** Where files go. */
export const outputOptions = {
  out: { type: 'string', multiple: true, default: ['.data'] as string[] },
  format: { type: 'string', multiple: true, default: [] as string[] },
} as const;

const endings = formatNames.map((name) => `.${name}`).join(' or ');
const files = formatNames.map((name) => `stock.${name}`).join(' and ');
const format = `--format ${formatNames.join('|')}`;

export const outputHelp = `\
  --out DIR|FILE         where to; a name ending in ${endings} is a file, any other a folder that gets
                         ${`${files}. Repeat it for more.`.padEnd(61)} [default: .data]
  ${format.padEnd(22)} what a folder gets; repeat it for more                        [default: all]
`;

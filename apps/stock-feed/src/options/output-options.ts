import { defaultFormats, endingOf, formatNames, formats } from '../formats/formats.ts';

/** Where files go. */
export const outputOptions = {
  out: { type: 'string', multiple: true, default: ['.data'] as string[] },
  format: { type: 'string', multiple: true, default: [] as string[] },
} as const;

const endings = [...new Set(formatNames.map(endingOf))].join(', ');
const files = defaultFormats.map((name) => formats[name].fileName).join(' and ');

export const outputHelp = `\
  --out DIR|FILE         where to; a name ending in ${endings} is a file, any other
                         a folder that gets a file of each format; repeat it for more  [default: .data]
  --format NAME          ${formatNames.join(', ')};
                         repeat it for more                                            [default: csv and ndjson]
                         A folder gets ${files} and so on, and manifest.json, which is
                         replaced last and has the size, the SHA-256 and the rows of each file.
`;

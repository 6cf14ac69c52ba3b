import { multipartType, urlencodedType } from './form-case.ts';

/** A request of many fields: `piece` so many times, its `#` counted from 1, and what stands behind it. */
export interface CountedCase {
  readonly contentType: string;
  readonly where: 'body' | 'query';
  readonly piece: string;
  readonly times: number;
  readonly ending: string;
}

const field = (name: string) => `--XX\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n1\r\n`;
const file = '--XX\r\nContent-Disposition: form-data; name="f"; filename="x"\r\n\r\n1\r\n';
const end = '--XX--\r\n';

const around = [999, 1000, 1001, 1002, 1500];
const ofMultipart = (piece: string, times: number): CountedCase => ({
  contentType: multipartType,
  where: 'body',
  piece,
  times,
  ending: `${field('last')}${end}`,
});

/** Requests at PHP's limits of variables and parts. */
export const countedCases: readonly CountedCase[] = [
  ...around.flatMap((times) =>
    ['v#=1&', 'v=1&', 'v[]=1&', '&', '[x]=1&', 'v#&'].flatMap((piece) =>
      (['body', 'query'] as const).map((where) => ({
        contentType: urlencodedType,
        where,
        piece,
        times,
        ending: 'last=1',
      })),
    ),
  ),
  ...around.flatMap((times) =>
    [field('v#'), field('v'), field('')].map((piece) => ofMultipart(piece, times)),
  ),
  ...[1018, 1019, 1020, 1021, 1500].map((times) => ofMultipart(file, times)),
  ...[509, 510, 511].map((times) => ofMultipart(`${field('v#')}${file}`, times)),
  ...[1018, 1020, 1500].map((times) => ofMultipart('--XX\r\nContent-Type: text/plain\r\n\r\n1\r\n', times)),
];

/** The text of a counted case. */
export const textOf = ({ piece, times, ending }: CountedCase) =>
  Array.from({ length: times }, (_, index) => piece.replace('#', String(index + 1))).join('') + ending;

/** What a body may be sent as. `identity` is the text as it is. */
export const encodings = ['br', 'gzip', 'identity'] as const;

export type Encoding = (typeof encodings)[number];

/**
 * Chooses by `Accept-Encoding` (RFC 9110, 12.5.3): what has the highest q, the shortest form where several have it.
 * `undefined` where nothing that there is may be sent.
 */
export function chooseEncoding(header: string | undefined): Encoding | undefined {
  if (header === undefined) return 'identity';
  const weights = new Map(header.split(',').map(weightOf));
  const weigh = (encoding: Encoding) => {
    const any = weights.get('*');
    // What nobody has named is not compressed, but the text as it is may be sent unless it is ruled out.
    return weights.get(encoding) ?? (encoding === 'identity' ? (any === 0 ? 0 : 0.0001) : (any ?? 0));
  };
  const [best] = encodings.toSorted((one, other) => weigh(other) - weigh(one));
  return best !== undefined && weigh(best) > 0 ? best : undefined;
}

function weightOf(part: string): [string, number] {
  const [name = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase());
  const weight = parameters.find((one) => one.startsWith('q='))?.slice(2);
  // What cannot be read is not wanted.
  const isNumber = weight === undefined || /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight);
  return [name === 'x-gzip' ? 'gzip' : name, isNumber ? Number(weight ?? 1) : 0];
}

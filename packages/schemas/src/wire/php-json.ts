/** Numbers from here on, and below `leastPlain`, PHP prints with an exponent. */
const manyDigits = 1e17;
const leastPlain = 1e-4;

/** A number as PHP prints it: the shortest digits that read back the same, with an exponent for the very small and big. */
function phpNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= leastPlain && size < manyDigits) return String(value);
  if (size === 0) return Object.is(value, -0) ? '-0' : '0';
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}e${exponent}`;
}

/** Texts that stand in JSON as they are: most of them do. */
const plain = /^[ !#-.0-[\]-~]*$/;

/** JSON of a text. PHP's `json_encode` escapes slashes and everything beyond ASCII. */
function phpText(value: string): string {
  if (plain.test(value)) return `"${value}"`;
  return JSON.stringify(value).replace(/[/\u0080-\uffff]/g, (character) =>
    character === '/' ? '\\/' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function phpObject(value: object): string {
  const fields = Object.entries(value).flatMap(([key, field]) =>
    field === undefined ? [] : [`${phpText(key)}:${phpJson(field)}`],
  );
  return `{${fields.join()}}`;
}

/** JSON as Erply's server prints it, which is PHP: numbers, slashes and texts beyond ASCII differ from JavaScript's. */
export function phpJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return phpText(value);
    case 'number':
      return Number.isFinite(value) ? phpNumber(value) : 'null';
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? `[${value.map(phpJson).join()}]` : phpObject(value);
    default:
      throw new TypeError('This value has no JSON.');
  }
}

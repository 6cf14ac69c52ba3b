/** A carriage return would be read as a plain line end. */
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Characters that XML 1.0 cannot hold in any spelling. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it is about.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const xmlText = (text: string) =>
  text.replace(unwritable, '\ufffd').replace(/[&<>"\r]/g, (character) => escapes[character] ?? '');

const isName = (name: string) => /^[A-Za-z_][\w.-]*$/.test(name);

/** A number, which keeps the digits that its JSON had. */
class PrintedNumber {
  readonly digits: string;
  constructor(digits: string) {
    this.digits = digits;
  }
}

function content(value: unknown): string {
  if (value instanceof PrintedNumber) return value.digits;
  if (typeof value === 'string') return xmlText(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (Array.isArray(value)) return value.map((item) => element('item', item)).join('');
  return value === null ? '' : xmlFields(value as object);
}

function element(name: string, value: unknown): string {
  const tag = isName(name) ? name : 'item';
  const inside = content(value);
  return inside === '' ? `<${tag}/>` : `<${tag}>${inside}</${tag}>`;
}

/** The fields of an object as elements: no attributes, an `item` for each member of a list. */
export const xmlFields = (value: object): string =>
  Object.entries(value)
    .map(([name, field]) => element(name, field))
    .join('');

/** Reads an answer's JSON for XML, with its numbers as they are printed. */
export function parseForXml(json: string): object {
  const reviver = (_key: string, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' ? new PrintedNumber(context?.source ?? String(value)) : value;
  return JSON.parse(json, reviver as never) as object;
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n<document>';
export const xmlTail = '</document>';

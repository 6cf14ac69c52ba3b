const utf8 = new TextDecoder();

/** Smaller answers are parsed as they are. */
const smallBytes = 64 * 1024;
/** Bytes that an answer has for each of its brackets, at least: the smallest record of Erply's has fifteen. */
const bytesPerBracket = 4;

const openBracket = 0x5b;
const openBrace = 0x7b;

/** What an answer says: its text, and the JSON in it, `undefined` where it is not JSON. */
export function parseAnswer(body: Uint8Array): { readonly text: string; readonly json: unknown } {
  const text = utf8.decode(body).trim();
  return { text, json: isMostlyBrackets(body) ? undefined : parse(text) };
}

/** A megabyte of brackets takes a hundred megabytes when it is parsed: that is nobody's answer. */
function isMostlyBrackets(body: Uint8Array): boolean {
  if (body.byteLength <= smallBytes) return false;
  const most = body.byteLength / bytesPerBracket;
  const lists = countUpTo(most, openBracket, body);
  return lists > most || lists + countUpTo(most, openBrace, body) > most;
}

/** Goes from one to the next: a page has one in a hundred bytes, and looking at each byte would take as long as a parse. */
function countUpTo(most: number, byte: number, body: Uint8Array): number {
  let count = 0;
  for (let at = body.indexOf(byte); at !== -1 && count <= most; at = body.indexOf(byte, at + 1)) count += 1;
  return count;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

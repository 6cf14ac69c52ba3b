/** Watches which pages of products a full read asks for, from one run to the next. */
export interface PageWatch {
  /** How many pages the requests of the next run ask for although they were written: all but those of the last answer. */
  countWritten(forms: readonly string[]): number;
}

export function createPageWatch(): PageWatch {
  const asked = new Set<number>();
  /** Pages of the last answer: it may be lost, or written in part. Small pages come together in one. */
  let open: readonly number[] = [];
  return {
    countWritten(forms) {
      let written = 0;
      for (const calls of forms.map(callsOf)) {
        // Behind its last page a read is over: what follows is another one.
        if (calls.some(isProductLog)) asked.clear();
        const offsets = calls.filter(isPageOfAll).map((call) => Number(call.recordOffset));
        const [first] = offsets;
        if (first === undefined) continue;
        written += offsets.filter((offset) => asked.has(offset) && !open.includes(offset)).length;
        const rest = open.includes(first) ? open.filter((offset) => offset >= first) : [];
        open = [...new Set([...rest, ...offsets])];
        for (const offset of offsets) asked.add(offset);
      }
      return written;
    },
  };
}

type Call = Readonly<Record<string, unknown>>;

const isProductLog = ({ requestName, tableName }: Call) =>
  requestName === 'getUserOperationsLog' && tableName === 'products';

/** A page of a read of all products; lanes of pictures and packages read other fields of them. */
const isPageOfAll = (call: Call) =>
  call.requestName === 'getProducts' &&
  call.recordOffset !== undefined &&
  ['changedSince', 'productIDs', 'getPackageInfo', 'getFields'].every((name) => call[name] === undefined);

function callsOf(form: string): Call[] {
  const { requests, request, ...fields } = Object.fromEntries(new URLSearchParams(form));
  if (requests === undefined) return [{ requestName: request, ...fields }];
  return JSON.parse(requests) as Call[];
}

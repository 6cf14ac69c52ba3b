import type { ReportLine } from './report.ts';

/** Erply's classic API by plain requests: the demo must not look at the shop through the client that it shows. */
export interface ClassicApi {
  /** Sends calls in one bulk request; answers the records of each. */
  bulk(requests: readonly ClassicRequest[]): Promise<ClassicRecord[][]>;
  /** What was asked so far, the login included. */
  usage(): Pick<ReportLine, 'records' | 'requests' | 'costUnits'>;
}

export interface ClassicRequest {
  readonly requestName: string;
  readonly [input: string]: string | number;
}

export type ClassicRecord = Readonly<Record<string, unknown>>;

interface Part {
  readonly status: { readonly errorCode: number };
  readonly records: ClassicRecord[] | null;
}

export interface Login {
  readonly url: string;
  readonly clientCode: string;
  readonly username: string;
  readonly password: string;
}

/** Logs in: one unit of the hourly quota. */
export async function logIn({ url, clientCode, username, password }: Login): Promise<ClassicApi> {
  let requests = 0;
  let costTenths = 0;
  let records = 0;
  const post = async <TAnswer>(fields: Record<string, string>): Promise<TAnswer> => {
    requests++;
    const body = new URLSearchParams({ clientCode, ...fields });
    const response = await fetch(`${url}/api/`, { method: 'POST', body });
    return (await response.json()) as TAnswer;
  };
  costTenths += 10;
  const login = await post<Part>({ request: 'verifyUser', username, password });
  const sessionKey = String(recordsOf('verifyUser', login)[0]?.sessionKey);
  return {
    async bulk(parts) {
      costTenths += parts.length;
      const answer = await post<Part & { requests?: Part[] }>({
        sessionKey,
        requests: JSON.stringify(parts),
      });
      recordsOf('bulk request', answer);
      const answers = (answer.requests ?? []).map((part, index) =>
        recordsOf(parts[index]?.requestName ?? '', part),
      );
      records += answers.flat().length;
      return answers;
    },
    usage: () => ({ records, requests, costUnits: costTenths / 10 }),
  };
}

function recordsOf(call: string, { status, records }: Part): ClassicRecord[] {
  if (status.errorCode !== 0) throw new Error(`${call}: Erply answered error ${status.errorCode}`);
  return records ?? [];
}

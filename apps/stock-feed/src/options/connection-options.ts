import { type Connection, readConnection } from '@erply-kit/command-line/erply';

/** How to reach the account, beside what the environment says. */
export const connectionOptions = {
  'allow-insecure': { type: 'boolean', default: false },
  'allow-link-host': { type: 'string', multiple: true, default: [] as string[] },
} as const;

export const connectionHelp = `\
  --allow-insecure       let the password go over plain http to another machine, such as a fake in a container
  --allow-link-host HOST take stock files from this host too, HOST or HOST:PORT; repeat it for more
`;

interface ConnectionValues {
  readonly 'allow-insecure': boolean;
  readonly 'allow-link-host': readonly string[];
}

/** Reads them; throws `UsageError`. */
export function connectionOf(values: ConnectionValues): Connection {
  return readConnection(values['allow-insecure'], values['allow-link-host']);
}

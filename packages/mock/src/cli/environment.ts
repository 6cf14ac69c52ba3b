/** Where a fake is, and which of its accounts to use. */
export interface Target {
  readonly url: string;
  readonly clientCode: string;
}

/** Environment variables by name. */
export type Variables = Readonly<Record<string, string>>;

/** What `@erply-kit/client` and the apps read from the environment, for an account of the fake. */
export function environmentOf({ url, clientCode }: Target): Variables {
  return {
    ERPLY_API_URL: localUrl(url),
    ERPLY_CLIENT_CODE: clientCode,
    ERPLY_USERNAME: 'demo',
    ERPLY_PASSWORD: 'demouser',
    // A file goes before the password, and it would hold that of a real account. Empty, since a .env file may name one.
    ERPLY_PASSWORD_FILE: '',
  };
}

/** Addresses to listen on that stand for all of the machine; a client on it needs one to connect to. */
const anyAddress = { '0.0.0.0': '127.0.0.1', '[::]': '[::1]' };

const localUrl = (url: string) =>
  Object.entries(anyAddress).reduce((local, [any, one]) => local.replace(`://${any}:`, `://${one}:`), url);

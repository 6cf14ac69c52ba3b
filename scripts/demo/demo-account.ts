import type { Fake } from './start-fake.ts';

/** An account of the fake: any client code has the same shop. */
export const demoAccount = { clientCode: '100001', username: 'demo', password: 'demouser' } as const;

/** What a user of the apps would set. Neither the reader's own account nor a file .env comes into it. */
export function demoEnvironment(fake: Pick<Fake, 'url'>, database: string): Record<string, string> {
  return {
    ERPLY_CLIENT_CODE: demoAccount.clientCode,
    ERPLY_USERNAME: demoAccount.username,
    ERPLY_PASSWORD: demoAccount.password,
    ERPLY_PASSWORD_FILE: '',
    ERPLY_API_URL: fake.url,
    ERPLY_ALLOW_INSECURE: '',
    ERPLY_ALLOW_LINK_HOSTS: '',
    DATABASE_URL: `sqlite:${database}`,
  };
}

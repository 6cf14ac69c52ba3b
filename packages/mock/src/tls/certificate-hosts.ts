import { isIP } from 'node:net';

/** What a certificate is for in any case: this machine, and the names that clients of Erply have in their code. */
const always = ['localhost', '*.localhost', 'erply.com', '*.erply.com', '127.0.0.1', '::1'];

/** Every name and address that a fake may be called by. */
export function certificateHosts(boundHost: string, publicUrl: string | undefined): readonly string[] {
  const publicHost = publicUrl === undefined ? [] : [new URL(publicUrl).hostname.replace(/^\[|\]$/g, '')];
  const named = [boundHost, ...publicHost].flatMap((host) =>
    isIP(host) === 0 ? [host, `*.${host}`] : [host],
  );
  return [...new Set([...always, ...named])];
}

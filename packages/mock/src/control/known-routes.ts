import type { Hono } from 'hono';

import { closest } from '@erply-kit/schemas';

const accountPath = /^\/accounts\/[^/]+/;

const shownCode = (path: string) =>
  path.replace(':code', 'CODE').replaceAll(/:(\w+)/g, (_, name) => name.toUpperCase());

/** Which routes there are, to say so to whoever asks for another one. */
export function knownRoutes(app: Hono) {
  const routes = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({
      method,
      path,
      pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`),
    }));
  const methodsOf = (path: string) => [
    ...new Set(routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)),
  ];
  return {
    has: (method: string, path: string) => methodsOf(path).includes(method),
    /** What to ask instead: another method, or the path that was probably meant; empty where nobody can tell. */
    hint(path: string): string {
      const methods = methodsOf(path);
      if (methods.length > 0) return `; there is ${methods.join(', ')}`;
      const asked = path.replace(accountPath, '').replace(/\/$/, '');
      const prefix = accountPath.test(path) ? '/accounts/:code' : '';
      const known = routes.map((route) => route.path).filter((other) => other.startsWith(prefix));
      const similar = closest(
        asked,
        known.map((other) => other.slice(prefix.length)),
      );
      return similar === undefined ? '' : `; did you mean /_mock${shownCode(prefix + similar)}?`;
    },
  };
}

/** The pnpm that started this script; without one, pnpm through npx. */
export function pnpm(...args: string[]): string[] {
  const own = process.env.npm_execpath ?? '';
  if (!/pnpm[^/\\]*$/.test(own)) return ['npx', '-y', 'pnpm@12', ...args];
  return /\.[cm]?js$/.test(own) ? [process.execPath, own, ...args] : [own, ...args];
}

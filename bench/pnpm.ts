/** A command of pnpm: the pnpm that started this program; without one, pnpm through npx. */
export function pnpm(...args: string[]): string[] {
  const own = process.env.npm_execpath ?? '';
  if (!/pnpm[^/\\]*$/.test(own)) return ['npx', '-y', 'pnpm@12', ...args];
  return /\.[cm]?js$/.test(own) ? [process.execPath, own, ...args] : [own, ...args];
}

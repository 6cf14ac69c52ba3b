import { commands } from './commands/commands.ts';

const environment = `\
Environment, also from a file .env in the current folder (.env.example shows how): ERPLY_CLIENT_CODE,
ERPLY_USERNAME, ERPLY_PASSWORD or ERPLY_PASSWORD_FILE, and ERPLY_API_URL for the fake or a proxy.
ERPLY_ALLOW_INSECURE=1 is as --allow-insecure, ERPLY_ALLOW_LINK_HOSTS=HOST,HOST as --allow-link-host.

Exit codes: 0 written, 1 failed or refused (the old files stay), 2 wrong usage, 130 and 143 interrupted.
`;

/** What `--help` says for a command. */
export function helpOf(command: string): string {
  const others = Object.keys(commands).filter((name) => name !== command);
  const more = others.length > 0 ? `Other commands: ${others.join(', ')}; each has its own --help.\n\n` : '';
  return `${commands[command]?.help}  --help, --version\n\n${more}${environment}`;
}

/** Whether a text is a host as `allowLinkHosts` takes it: with or without a port, without scheme, path or user name. */
export function isLinkHost(text: unknown): boolean {
  return typeof text === 'string' && !/[/?#@\s]/.test(text) && URL.canParse(`http://${text}`);
}

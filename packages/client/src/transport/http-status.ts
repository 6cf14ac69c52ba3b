/** Whether an answer is a redirect; browsers hide its status behind 0. None is followed: a request may hold the password. */
export function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400);
}

/** A status in words. */
export function describeStatus(status: number): string {
  const code = status === 0 ? [] : [`HTTP ${status}`];
  return [...code, ...(isRedirect(status) ? ['a redirect, which is not followed'] : [])].join(', ');
}

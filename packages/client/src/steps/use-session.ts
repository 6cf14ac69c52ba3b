import type { Step } from './step.ts';

/** Takes the session key. It may start a login, or join one that others have started. */
export const useSession: Step = async (attempt, context) => {
  const { items, lifetime } = attempt.request;
  if (items.every((item) => item.call.session === 'none')) return;
  attempt.sessionKey = await context.sessions.use(lifetime.signal);
};

import type { Step } from './step.ts';

/** Takes the session key. It may start a login, or join one that others have started. */
export const useSession: Step = async (flight, context) => {
  if (flight.items.every((item) => item.call.session === 'none')) return;
  flight.sessionKey = await context.sessions.use(flight.lifetime.signal);
};

import type { Context } from '../context.ts';
import type { Flight } from '../flight.ts';

/** One step in the life of a call. It fills in the flight, or throws a `Fault`. */
export type Step = (flight: Flight, context: Context) => void | Promise<void>;

import { availableParallelism, cpus, loadavg } from 'node:os';

/** What the figures were measured on. The load tells how far the clock can be trusted. */
export const machine = () => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model ?? 'unknown processor',
  node: process.version,
  load: Number(loadavg()[0]?.toFixed(1)),
});

export { isLinkHost } from '../csv/link-host.ts';
export type { Variables } from './known-variables.ts';
export {
  type AccountOptions,
  type Environment,
  type EnvironmentSource,
  readEnvironment,
} from './read-environment.ts';

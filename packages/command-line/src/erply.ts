// What needs the client, apart from the rest: a program that only touches files starts without it.
export { connect } from './connect.ts';
export { describeFailure } from './describe-failure.ts';
export { didYouMean } from './did-you-mean.ts';
export { openEnvironment, readAccount } from './open-environment.ts';
export { type Connection, readConnection } from './read-connection.ts';

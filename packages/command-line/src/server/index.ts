// What a program needs that listens: apart from the rest, so that the others start without a server's libraries.
export { type Access, type Refusal, refuseAccess, requireAccess } from './access.ts';
export { isLoopback } from './is-loopback.ts';
export { type ListenAddress, readListenAddress } from './listen-address.ts';
export { readListenToken } from './listen-token.ts';
export { type RunningServer, startServer } from './start-server.ts';

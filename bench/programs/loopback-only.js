// Loaded before json-server, which listens on every address of the machine whatever its `--host` says.
import { Server } from 'node:net';

const listen = Server.prototype.listen;

Server.prototype.listen = function listenOnLoopback(port, _host, ...rest) {
  return listen.call(this, port, '127.0.0.1', ...rest);
};

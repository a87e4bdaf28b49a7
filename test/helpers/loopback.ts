import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Listens on a free port that only this machine reaches, and gives the endpoint's URL. `told` hears of each request before it is
 * served.
 */
export async function listenOnLoopback(
  server: Server,
  told: (request: IncomingMessage) => void = () => undefined,
): Promise<string> {
  server.prependListener('request', told);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // A connection that has been quiet stays open: a simulated year has long pauses for nobody.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, type ClientRequestArgs, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a socket's path may be at the most, in bytes, on every system that has them. */
const LONGEST_PATH = 103;

/** The ending of a host that is no name on any network but the path of a socket, in hexadecimal. */
const hosts = /^((?:[0-9a-f]{2})+)\.socket$/;

/**
 * Listens where only this user's processes reach it, and no web page can: on a socket in a directory that nobody else may enter (on
 * Windows on a named pipe). Gives the endpoint's URL, which says where the socket is; Node's HTTP agent goes there by it.
 *
 * `told` hears of each request before it is served. Refused: a directory for temporary files whose name is too long.
 */
export async function listenPrivately(
  server: Server,
  told: (request: IncomingMessage) => void = () => undefined,
): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'statsbidrag-'));
  const path =
    process.platform === 'win32'
      ? `\\\\.\\pipe\\${directory.replaceAll(/[^\w-]/g, '-')}`
      : join(directory, 'socket');
  server.once('close', () => rmSync(directory, { recursive: true, force: true }));
  server.prependListener('request', told);
  // A connection that has been quiet stays open: a simulated year has long pauses for nobody.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  try {
    if (Buffer.byteLength(path) > LONGEST_PATH)
      throw new Error(
        `${path} is too long for a socket; at most ${LONGEST_PATH} bytes are allowed. Name a shorter directory in TMPDIR.`,
      );
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
    });
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
  return `http://${Buffer.from(path).toString('hex')}.socket`;
}

/** The path of the socket that a host stands for; undefined when it is a host like any other. */
export function socketOf(host: string): string | undefined {
  const [, path] = hosts.exec(host) ?? [];
  return path === undefined ? undefined : Buffer.from(path, 'hex').toString();
}

/*
 * The clients of AWS's services, in the deployed bundles too, know URLs and connect through Node's HTTP agent. So it is the agent of
 * this process, and of the thread that runs the bundles, that knows what such a host means, and no client needs a switch.
 */
const { createConnection } = Agent.prototype;
Agent.prototype.createConnection = function connectTo(options: ClientRequestArgs, callback) {
  const path = socketOf(options.host ?? '');
  return createConnection.call(this, path === undefined ? options : { ...options, path }, callback);
};

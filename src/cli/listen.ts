/** Opens a port, or the next free one. */
import type { Server } from 'node:http';
import { UserError } from './run.ts';

/** Ports tried after the one that was asked for. */
const TRIES = 20;

/** Resolves to the port that is open now. */
export async function listen(server: Server, port: number): Promise<number> {
  for (let next = port; next <= Math.min(port + TRIES, 65_535); next++) {
    if (await tryPort(server, next)) {
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : next;
    }
  }
  throw new UserError(`ports ${port} to ${Math.min(port + TRIES, 65_535)} are all taken. Choose another with --port.`);
}

function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException): void => {
      server.off('listening', opened);
      if (error.code === 'EADDRINUSE') resolve(false);
      else if (error.code === 'EACCES')
        reject(new UserError(`port ${port} needs more rights than you have. Choose one above 1023 with --port.`));
      else reject(error);
    };
    const opened = (): void => {
      server.off('error', refused);
      resolve(true);
    };
    server.once('error', refused).once('listening', opened).listen(port);
  });
}

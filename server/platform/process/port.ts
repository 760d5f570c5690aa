import { once } from "node:events";
import { createServer } from "node:net";
import { StartError } from "./start-error.ts";

/**
 * Finds out before the long steps whether the port can be had.
 * @throws StartError naming the way out when it cannot.
 */
export async function assertPortIsFree(host: string, port: number): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, "listening");
  } catch (error) {
    throw explainListenError(error, host, port);
  } finally {
    probe.close();
  }
}

/** What a person can do when a port could not be opened; other errors come back as they are. */
export function explainListenError(error: unknown, host: string, port: number): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case "EADDRINUSE":
      return new StartError(
        `port ${port} is taken by another program; choose another one: PORT=${port < 65_535 ? port + 1 : 3000} npm start`,
      );
    case "EACCES":
      return new StartError(
        `port ${port} needs more rights than this user has; choose one above 1023: PORT=3000 npm start`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new StartError(
        `this machine has no address ${host}; set HOST=127.0.0.1, or HOST=0.0.0.0 for every address`,
      );
    default:
      return error;
  }
}

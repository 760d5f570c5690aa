import type { preParsingHookHandler } from "fastify";
import { Problem } from "./problem.ts";

/** Gives a request `milliseconds` to send its body; after that it gets a 408 and its connection is closed (operations §10). */
export function bodyDeadline(milliseconds: number): preParsingHookHandler {
  return (request, _reply, payload, done) => {
    const { headers } = request;
    if (headers["transfer-encoding"] === undefined && (headers["content-length"] ?? "0") === "0")
      return done();
    const timer = setTimeout(() => payload.emit("error", tooSlow()), milliseconds);
    const stop = () => clearTimeout(timer);
    payload.once("end", stop).once("close", stop).once("error", stop);
    return done();
  };
}

function tooSlow(): Problem {
  return new Problem({
    status: 408,
    code: "timeout",
    detail: "The body did not arrive in time.",
    headers: { connection: "close" },
  });
}

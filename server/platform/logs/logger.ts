import { type DestinationStream, type Logger, pino } from "pino";
import type { Clock } from "#platform/clock/clock.ts";
import type { Config } from "#platform/config/config.ts";
import { errorFingerprint } from "./fingerprint.ts";
import { redact, redactMembers } from "./redaction.ts";
import { currentRequest } from "./request-context.ts";

export type { Logger } from "pino";

export interface LoggerOptions {
  readonly config: Pick<Config, "logLevel" | "tier" | "gitSha">;
  readonly clock: Clock;
  /** Which role of the process writes: `web`, `worker`, `web+worker`, or the name of a tool. */
  readonly role: string;
  /** Where the lines go; standard output by default. */
  readonly destination?: DestinationStream;
}

/**
 * The process's logger: one JSON line per event with the fields of operations §11. Every line written while a request runs carries its
 * `request_id`, `trace_id` and `user_id`; every member goes through `redactMembers`; `err` gets its stable fingerprint.
 */
export function createLogger({ config, clock, role, destination }: LoggerOptions): Logger {
  return pino(
    {
      level: config.logLevel,
      base: { tier: config.tier, role, git_sha: config.gitSha },
      messageKey: "msg",
      timestamp: createTimestamp(clock),
      formatters: { level: (level) => ({ level }), log: lineMembers },
      serializers: { err: (described: unknown) => described },
      mixin: requestFields,
      mixinMergeStrategy: (line: object, fields: object) =>
        fields === NONE ? line : Object.assign(fields, line),
    },
    destination ?? pino.destination({ fd: 1, sync: false }),
  );
}

/** Lines of the same millisecond share one formatted time: formatting costs more than all the rest of a line. */
function createTimestamp(clock: Clock): () => string {
  let formattedAt = Number.NaN;
  let formatted = "";
  return () => {
    const now = clock.now();
    if (now.epochMilliseconds !== formattedAt) {
      formattedAt = now.epochMilliseconds;
      formatted = `,"ts":"${now.toString({ smallestUnit: "millisecond" })}"`;
    }
    return formatted;
  };
}

function lineMembers(members: Record<string, unknown>): Record<string, unknown> {
  if (members["err"] === undefined) return redactMembers(members);
  const { err, ...others } = members;
  return { ...redactMembers(others), err: describeError(err) };
}

const NONE = {};

/** The line of a finished request names it already. */
function requestFields(line: object): object {
  const request = "request_id" in line ? undefined : currentRequest();
  if (request === undefined) return NONE;
  return { request_id: request.requestId, trace_id: request.traceId, user_id: request.userId };
}

/** What a log line says about an error: kind, message, stack and fingerprint, redacted. Request bodies never hang on errors of ours. */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error))
    return { message: String(redact(error)), fingerprint: errorFingerprint(error) };
  return { ...(redact(error) as object), fingerprint: errorFingerprint(error) };
}

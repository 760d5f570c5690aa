import type { IncomingMessage } from "node:http";
import { isUlid, isUuid } from "#common/ids.ts";
import type { IdFactory } from "#platform/ids/ids.ts";

/** The id of a request: the caller's `X-Request-ID` when it is a ULID or a UUID, else a new one (operations §11). */
export function requestIdFrom(newId: IdFactory): (request: IncomingMessage) => string {
  return (request) => {
    const sent = request.headers["x-request-id"];
    return typeof sent === "string" && (isUlid(sent) || isUuid(sent)) ? sent : newId();
  };
}

import { LogController } from "fastify";

/** Silences the framework's own lines: the request observer and the error handler write ours, without URLs and whole objects in them. */
export class QuietLogController extends LogController {
  override incomingRequest(): void {}
  override requestCompleted(): void {}
  override defaultErrorLog(): void {}
  override routeNotFound(): void {}
  override serviceUnavailable(): void {}

  override streamError(error: Error, ...[request]: Rest<"streamError">): void {
    if ("code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE") return;
    request.log.warn({ err: error }, "a reply broke off in the middle");
  }

  override writeHeadError(error: Error, ...[request]: Rest<"writeHeadError">): void {
    request.log.error({ err: error }, "the head of a reply could not be written");
  }

  override serializerError(error: Error, ...[request]: Rest<"serializerError">): void {
    request.log.error({ err: error }, "a reply could not be serialised");
  }
}

type Rest<K extends "streamError" | "writeHeadError" | "serializerError"> =
  Parameters<LogController[K]> extends [unknown, ...infer Others] ? Others : never;

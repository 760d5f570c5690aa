import Fastify, { type FastifyInstance, type FastifyServerOptions } from "fastify";
import { Problem } from "../../server/platform/http/problem.ts";

/** A bare Fastify with just enough error handling to test one plugin of the HTTP platform by itself. */
export function createPluginApp(options: FastifyServerOptions = {}): FastifyInstance {
  const app = Fastify({ ...options });
  app.decorateRequest("caller", null);
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const problem = error instanceof Problem ? error : null;
    const status = problem?.status ?? error.statusCode ?? 500;
    return reply
      .code(status)
      .headers(problem?.headers ?? {})
      .type("application/problem+json")
      .send({
        status,
        code: problem?.code ?? "error",
        detail: problem?.detail ?? error.message,
        ...(problem?.errors && { errors: problem.errors }),
        ...problem?.extensions,
      });
  });
  app.setNotFoundHandler((_request, reply) => {
    return reply.code(404).type("application/problem+json").send({ status: 404, code: "not_found" });
  });
  return app;
}

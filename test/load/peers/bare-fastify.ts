import Fastify from "fastify";
import pg from "pg";
import { ME_SQL, makeCatalog, PATHS, POOL_SIZE } from "../contract.ts";
import { portOf, serve } from "./serve.ts";

/** Fastify with nothing on it, and `pg` with a named statement. */
serve(async ({ connectionString }) => {
  const pool = new pg.Pool({ connectionString, max: POOL_SIZE });
  const app = Fastify();
  const catalog = makeCatalog();
  app.get(PATHS.catalog, () => catalog);
  app.get(PATHS.ping, () => ({ ok: true }));
  app.get(PATHS.me, async (request) => {
    const id = request.headers.authorization?.slice("Bearer ".length);
    const { rows } = await pool.query({ name: "me", text: ME_SQL, values: [id] });
    return rows[0];
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
  return portOf(app.server);
});

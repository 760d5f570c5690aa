import { once } from "node:events";
import { createServer } from "node:http";
import { makeCatalog } from "../contract.ts";
import { portOf, serve } from "./serve.ts";

/** The least a Node server can do: the same body, made once, with the two headers it needs. */
serve(async () => {
  const body = Buffer.from(JSON.stringify(makeCatalog()));
  const headers = { "content-type": "application/json; charset=utf-8", "content-length": body.length };
  const server = createServer((_request, response) => {
    response.writeHead(200, headers);
    response.end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return portOf(server);
});

import { createHash, randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import type { Clock } from "#platform/clock/clock.ts";
import type { Database, Db, Tx } from "#platform/database/database.types.ts";
import {
  claimIdempotencyKey,
  recordIdempotentReply,
  releaseIdempotencyKey,
  type StoredReply,
} from "./idempotency.repository.ts";
import { Problem } from "./problem.ts";
import { stableJson } from "./stable-json.ts";

export interface IdempotencyOptions {
  readonly database: Database;
  readonly clock: Clock;
}

/** The reply that a repetition gets when the process dies between the commit and the reply. */
export interface SettledReply {
  readonly status: number;
  readonly body: unknown;
  readonly location?: string;
  readonly etag?: string;
}

/** What a handler may do with the key of its request. */
export interface IdempotencyClaim {
  /**
   * Stores the outcome in the business transaction, so that the effect and its reply are committed together (booking §5.6).
   * The bytes that are really sent replace it afterwards.
   * @throws Problem 409 `idempotency_in_progress` when another execution has taken the key over: the transaction must not commit
   */
  settle(tx: Tx, reply: SettledReply): Promise<void>;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Null when the request has no key or its route takes none. */
    idempotency: IdempotencyClaim | null;
  }
}

interface State {
  readonly key: string;
  readonly requestHash: Buffer;
  readonly token: string;
  id: Buffer;
  /** True from the claim until the reply is dealt with. */
  held: boolean;
  /** False once an error says that the same request may succeed later. */
  isFinal: boolean;
}

const KEY = /^[\x20-\x7e]{1,255}$/;
const LEASE = { seconds: 60 };
const KEPT = { hours: 24 };
const MAX_BODY_BYTES = 256 * 1024;
const REPLAYED_HEADERS = ["content-type", "location", "etag", "last-modified"];
/** Sign-in, rights, rates: the same request may succeed later, so a repetition must be tried and not replayed. */
const TRANSIENT_STATUSES = new Set([401, 403, 408, 425, 429]);
const TRANSIENT_CODES = new Set(["busy"]);

/**
 * Runs a request with an `Idempotency-Key` once (API spec §1): its repetitions within 24 h get the stored status, body, `Location` and
 * `ETag` with `Idempotency-Replayed: true`. Stored are 2xx, 3xx and rule errors; not 5xx, refusals that may pass (401, 403, 429, `busy`,
 * anything with `Retry-After`), replies that set cookies, streams, and bodies over 256 KiB. Multipart requests are not covered.
 * Register it after what sets `request.caller` and checks the guard, and before compression.
 */
export const idempotency = fp<IdempotencyOptions>(
  async (app, { database, clock }) => {
    const states = new WeakMap<FastifyRequest, State>();
    app.decorateRequest("idempotency", null);

    // Before validation: the schema may change the body it accepts.
    app.addHook("preValidation", (request, _reply, done) => {
      const key = request.headers["idempotency-key"];
      if (key !== undefined && modeOf(request) !== "none" && !isMultipart(request)) {
        states.set(request, {
          key: String(key),
          requestHash: hashRequest(request),
          token: randomUUID(),
          id: Buffer.alloc(0),
          held: false,
          isFinal: true,
        });
      }
      done();
    });

    app.addHook("preHandler", async (request, reply) => {
      const state = states.get(request);
      if (!state) {
        if (modeOf(request) === "required" && !isMultipart(request)) throw keyRequired();
        return;
      }
      if (!KEY.test(state.key)) throw invalidKey();
      const stored = await claim(state, request, { database, clock });
      if (stored === null) {
        request.idempotency = { settle: (tx, outcome) => settle(state, tx, outcome) };
        return;
      }
      replay(reply, stored);
      return reply;
    });

    app.addHook("onError", (request, _reply, error, done) => {
      const state = states.get(request);
      if (state && error instanceof Problem && TRANSIENT_CODES.has(error.code)) state.isFinal = false;
      done();
    });

    app.addHook("onSend", async (request, reply, payload) => {
      const state = states.get(request);
      if (state?.held) {
        state.held = false;
        await finish(state, request, reply, payload, database.db);
      }
      return payload;
    });
  },
  { name: "idempotency", fastify: "5.x" },
);

/** @returns the stored reply, or null when this request now holds the key and runs */
async function claim(
  state: State,
  request: FastifyRequest,
  { database, clock }: IdempotencyOptions,
): Promise<StoredReply | null> {
  state.id = identify(request, state.key);
  const now = clock.now();
  const claimed = { ...state, leaseExpiresAt: now.add(LEASE), expiresAt: now.add(KEPT) };
  const result = await claimIdempotencyKey(database.db, claimed, now);
  switch (result.kind) {
    case "claimed":
      state.held = true;
      return null;
    case "running":
      throw inProgress();
    case "other_request":
      throw keyReused();
    case "done":
      return result.reply;
  }
}

async function finish(
  state: State,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  db: Db,
): Promise<void> {
  const outcome = state.isFinal ? readReply(reply, payload) : null;
  try {
    if (outcome === null) await releaseIdempotencyKey(db, state);
    else if (!(await recordIdempotentReply(db, state, outcome))) {
      request.log.warn("idempotent reply came after its claim had been taken over");
    }
  } catch (error) {
    // The effect is done and the client must hear of it; the claim lapses by itself.
    request.log.error({ err: error }, "idempotent reply not stored");
  }
}

function modeOf(request: FastifyRequest): "required" | "accepted" | "none" {
  return (
    request.routeOptions.config.idempotency ??
    (request.method === "POST" && !request.is404 ? "accepted" : "none")
  );
}

function isMultipart(request: FastifyRequest): boolean {
  return /^multipart\//i.test(request.headers["content-type"] ?? "");
}

/** Anonymous callers are told apart by their address; only its hash is stored. */
function identify(request: FastifyRequest, key: string): Buffer {
  const caller = request.caller ? `user:${request.caller.userId}` : `ip:${request.ip}`;
  const path = request.url.split("?", 1)[0];
  return sha256(JSON.stringify([caller, request.method, path, key]));
}

function hashRequest(request: FastifyRequest): Buffer {
  const { body, query } = request;
  const text = Buffer.isBuffer(body) ? sha256(body).toString("hex") : stableJson(body ?? null);
  return sha256(`${stableJson(query)}\n${text}`);
}

function sha256(content: string | Buffer): Buffer {
  return createHash("sha256").update(content).digest();
}

async function settle(state: State, tx: Tx, { status, body, location, etag }: SettledReply): Promise<void> {
  const headers = {
    "content-type": "application/json; charset=utf-8",
    ...(location !== undefined && { location }),
    ...(etag !== undefined && { etag }),
  };
  const bytes = Buffer.from(body === undefined ? "" : JSON.stringify(body));
  if (!(await recordIdempotentReply(tx, state, { status, headers, body: bytes }))) throw inProgress();
}

/** Null when the reply must not be repeated. */
function readReply(reply: FastifyReply, payload: unknown): StoredReply | null {
  const status = reply.statusCode;
  if (status >= 500 || TRANSIENT_STATUSES.has(status)) return null;
  if (reply.hasHeader("retry-after") || reply.hasHeader("set-cookie")) return null;
  const body = readBody(payload);
  if (body === null || body.length > MAX_BODY_BYTES) return null;
  const headers: Record<string, string> = {};
  for (const name of REPLAYED_HEADERS) {
    const value = reply.getHeader(name);
    if (value !== undefined) headers[name] = String(value);
  }
  return { status, headers, body };
}

function readBody(payload: unknown): Buffer | null {
  if (payload === undefined || payload === null) return Buffer.alloc(0);
  if (typeof payload === "string") return Buffer.from(payload);
  return payload instanceof Uint8Array ? Buffer.from(payload) : null;
}

function replay(reply: FastifyReply, { status, headers, body }: StoredReply): void {
  reply.code(status).headers(headers).header("idempotency-replayed", "true");
  reply.send(body.length === 0 ? undefined : body);
}

function keyRequired(): Problem {
  return new Problem({
    status: 400,
    code: "idempotency_key_required",
    detail:
      "Send an Idempotency-Key header: a new random value for each intent, the same one when you repeat it.",
  });
}

function invalidKey(): Problem {
  const message = "must be 1 to 255 printable ASCII characters";
  return new Problem({
    status: 422,
    code: "validation_error",
    detail: `Idempotency-Key ${message}.`,
    errors: [{ in: "header", pointer: "/idempotency-key", code: "invalid_format", message }],
  });
}

function keyReused(): Problem {
  return new Problem({
    status: 422,
    code: "idempotency_key_reused",
    detail: "This Idempotency-Key belongs to a different request. Use a new key for a new intent.",
  });
}

function inProgress(): Problem {
  return new Problem({
    status: 409,
    code: "idempotency_in_progress",
    detail: "The first request with this Idempotency-Key is still running. Repeat it in a second.",
    headers: { "Retry-After": "1" },
  });
}

import { sql } from "kysely";
import { isLockTimeout } from "#platform/database/database-errors.ts";
import type { Db, Queryable } from "#platform/database/database.types.ts";

const MAX_TRIES = 3;
const SWEEP_BATCH = 1000;

/** One execution's right to a key, until `leaseExpiresAt`. */
export interface NewClaim {
  readonly id: Buffer;
  readonly requestHash: Buffer;
  readonly token: string;
  readonly leaseExpiresAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

export interface StoredReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export type ClaimResult =
  | { readonly kind: "claimed" }
  | { readonly kind: "running" }
  /** The key belongs to a request with another query or body. */
  | { readonly kind: "other_request" }
  | { readonly kind: "done"; readonly reply: StoredReply };

/**
 * Claims a key for one execution or tells what became of it; of any number of simultaneous callers exactly one claims.
 * Committed at once, so that the others see it. A claim whose lease has ended is taken over, an expired one is as good as absent.
 */
export async function claimIdempotencyKey(
  db: Db,
  claim: NewClaim,
  now: Temporal.Instant,
): Promise<ClaimResult> {
  for (let attempt = 1; attempt <= MAX_TRIES; attempt++) {
    if (await insertClaim(db, claim)) return { kind: "claimed" };
    const found = await findClaim(db, claim.id, now);
    if (!found) continue;
    if (!found.expired) {
      if (!found.request_hash.equals(claim.requestHash)) return { kind: "other_request" };
      if (found.status !== null && found.headers !== null && found.body !== null) {
        const headers = found.headers as StoredReply["headers"];
        return { kind: "done", reply: { status: found.status, headers, body: found.body } };
      }
      if (!found.lapsed) return { kind: "running" };
    }
    if (await takeOver(db, claim, now)) return { kind: "claimed" };
  }
  return { kind: "running" };
}

/**
 * Records the outcome of a claim, also inside the business transaction; again by the same holder replaces it.
 * @returns false when the claim has passed to another execution: then nothing of this one may be committed
 */
export async function recordIdempotentReply(
  db: Queryable,
  { id, token }: Pick<NewClaim, "id" | "token">,
  { status, headers, body }: StoredReply,
): Promise<boolean> {
  const result = await db
    .updateTable("idempotency_keys")
    .set({ status, headers: JSON.stringify(headers), body })
    .where("id", "=", id)
    .where("claim_token", "=", token)
    .executeTakeFirstOrThrow();
  return result.numUpdatedRows === 1n;
}

/** Gives a claim without outcome back, so that the next try runs at once. */
export async function releaseIdempotencyKey(
  db: Db,
  { id, token }: Pick<NewClaim, "id" | "token">,
): Promise<void> {
  await db
    .deleteFrom("idempotency_keys")
    .where("id", "=", id)
    .where("claim_token", "=", token)
    .where("status", "is", null)
    .execute();
}

/** Deletes what is older than its 24 hours (operations §6.5), in batches. @returns how many rows went */
export async function deleteExpiredIdempotencyKeys(db: Db, now: Temporal.Instant): Promise<number> {
  let deleted = 0;
  for (;;) {
    const result = await db
      .deleteFrom("idempotency_keys")
      .where("id", "in", (query) =>
        query
          .selectFrom("idempotency_keys")
          .select("id")
          .where("expires_at", "<=", now)
          .limit(SWEEP_BATCH)
          .forUpdate()
          .skipLocked(),
      )
      .executeTakeFirstOrThrow();
    deleted += Number(result.numDeletedRows);
    if (result.numDeletedRows < SWEEP_BATCH) return deleted;
  }
}

async function insertClaim(db: Db, claim: NewClaim): Promise<boolean> {
  const result = await db
    .insertInto("idempotency_keys")
    .values({
      id: claim.id,
      request_hash: claim.requestHash,
      claim_token: claim.token,
      lease_expires_at: claim.leaseExpiresAt,
      expires_at: claim.expiresAt,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirstOrThrow();
  return result.numInsertedOrUpdatedRows === 1n;
}

async function findClaim(db: Db, id: Buffer, now: Temporal.Instant) {
  return await db
    .selectFrom("idempotency_keys")
    .select(["request_hash", "status", "headers", "body"])
    .select(sql<boolean>`expires_at <= ${now}`.as("expired"))
    .select(sql<boolean>`status is null and lease_expires_at <= ${now}`.as("lapsed"))
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Only while it is lapsed or expired: of several that try, the first moves its times on and the others find nothing to update. */
async function takeOver(db: Db, claim: NewClaim, now: Temporal.Instant): Promise<boolean> {
  try {
    const result = await db
      .updateTable("idempotency_keys")
      .set({
        request_hash: claim.requestHash,
        claim_token: claim.token,
        lease_expires_at: claim.leaseExpiresAt,
        expires_at: claim.expiresAt,
        status: null,
        headers: null,
        body: null,
      })
      .where("id", "=", claim.id)
      .where((where) =>
        where.or([
          where("expires_at", "<=", now),
          where.and([where("status", "is", null), where("lease_expires_at", "<=", now)]),
        ]),
      )
      .executeTakeFirstOrThrow();
    return result.numUpdatedRows === 1n;
  } catch (error) {
    // Its holder is alive after all and has the row locked in its transaction.
    if (isLockTimeout(error)) return false;
    throw error;
  }
}

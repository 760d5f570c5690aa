/** Lifetimes in seconds (operations §7). */
export const TIERS = { hot: 300, warm: 3_600, cold: 86_400, static: 604_800 } as const;
export type Tier = keyof typeof TIERS;

const NEGATIVE_TTL_SECONDS = 30;
/** Words joined by colons. A word like `v2` would read as the schema part of a key, a slash as an entity. */
const NAME = /^(?!v\d+(:|$))[a-z][a-z0-9_-]*(:(?!v\d+(:|$))[a-z][a-z0-9_-]*)*$/;

/** One kind of cached answer. Declared once, by the module that owns the data. */
export interface Namespace {
  readonly name: string;
  /** Raise it when the shape of the values changes: old values are then never read again. */
  readonly version: number;
  readonly ttlSeconds: number;
  /** How long "there is none" (null) is believed. */
  readonly negativeTtlSeconds: number;
}

interface Declaration {
  readonly name: string;
  readonly version: number;
}

/**
 * Declares a namespace with its lifetime in seconds or a tier of operations §7.
 * @throws RangeError when name, version or lifetime cannot be used.
 */
export function defineNamespace(
  declaration: Declaration & ({ readonly ttlSeconds: number } | { readonly tier: Tier }),
): Namespace {
  const { name, version } = declaration;
  const ttlSeconds = "tier" in declaration ? TIERS[declaration.tier] : declaration.ttlSeconds;
  if (!NAME.test(name)) throw new RangeError(`"${name}" is not a cache namespace: use words like avail:week`);
  if (!Number.isInteger(version) || version < 1)
    throw new RangeError(`${name}: version must be a positive integer`);
  if (!Number.isFinite(ttlSeconds) || ttlSeconds <= 0)
    throw new RangeError(`${name}: ttlSeconds must be positive`);
  return Object.freeze({
    name,
    version,
    ttlSeconds,
    negativeTtlSeconds: Math.min(NEGATIVE_TTL_SECONDS, ttlSeconds),
  });
}

export type IdPart = string | number;

/** `{ns}:v{schema}:{epoch}:{id…}` (operations §7). Different parts give different keys, whatever characters they hold. */
export function cacheKey(namespace: Namespace, epoch: string, id: readonly IdPart[]): string {
  const parts = id.map((part) => String(part).replaceAll("%", "%25").replaceAll(":", "%3A"));
  return [namespace.name, `v${namespace.version}`, epoch, ...parts].join(":");
}

/** The names of the epochs that a lookup depends on: the namespace's, and the entity's if it has one. */
export function epochNames(namespaceName: string, entity: string | undefined): readonly string[] {
  return entity === undefined ? [namespaceName] : [namespaceName, epochName(namespaceName, entity)];
}

/** What an invalidation bumps and what the NOTIFY carries: `avail:week`, or `avail:week/{entity}`. */
export function epochName(namespaceName: string, entity: string | undefined): string {
  return entity === undefined ? namespaceName : `${namespaceName}/${entity}`;
}

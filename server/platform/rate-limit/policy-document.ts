import type { EffectivePolicy } from "./override.rules.ts";

/** An effective policy as `/internal/rate-limit/policy` and `/internal/config/reload` show it; rates per minute. */
export function policyDocument(policy: EffectivePolicy) {
  return {
    bucket: policy.bucket,
    rate_per_min: (policy.rate.count * 60_000) / policy.rate.perMs,
    burst: policy.burst,
    limit: policy.burst + 1,
    mode: policy.mode,
    rate_source: policy.rateSource,
    mode_source: policy.modeSource,
    override_id: policy.rateOverrideId,
  };
}

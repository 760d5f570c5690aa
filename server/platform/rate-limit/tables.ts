export const tables = ["rate_limit_state", "rate_limit_overrides"] as const;

export const tables = ["environment_marker", "schema_migrations"] as const;

export const tables = ["processed", "workers", "queue_pauses", "run_progress"] as const;

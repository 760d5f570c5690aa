/** Stable words for why the door stays closed; the audit file's `reason` carries them. */
export type RefusalCode =
  | "unknown_purpose"
  | "flag_unreadable"
  | "both_flags"
  | "production_mode_without_prod"
  | "impossible_on_prod"
  | "url_missing"
  | "url_unreadable"
  | "int_url_ambiguous"
  | "urls_not_distinct"
  | "migration_url_elsewhere"
  | "int_name"
  | "int_host"
  | "needs_terminal"
  | "not_confirmed"
  | "backup_missing"
  | "marker_missing"
  | "marker_differs"
  | "audit_unwritable";

/** The database may not be used. The message is one line for a person, says what to do and holds no secret. */
export class DatabaseRefused extends Error {
  override name = "DatabaseRefused";
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

export interface FieldError {
  readonly in: "body" | "query" | "path" | "header";
  /** JSON pointer into that part, for example `/start_time`. */
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

export interface ProblemOptions {
  readonly status: number;
  /** Stable lower_snake word that clients branch on (API spec §1 "Errors"). */
  readonly code: string;
  /** Safe to show a person; says what to do. */
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  /** Documented extra members of this code, for example `current_version`. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An expected failure, rendered as RFC 9457 `application/problem+json`. Anything else that is thrown becomes a 500 without detail. */
export class Problem extends Error {
  override name = "Problem";
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldError[] | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(options: ProblemOptions) {
    super(`${options.code}: ${options.detail}`);
    this.status = options.status;
    this.code = options.code;
    this.detail = options.detail;
    this.errors = options.errors;
    this.extensions = options.extensions ?? {};
    this.headers = options.headers ?? {};
  }
}

import { CircleAlert } from "lucide-react";
import { type MouseEvent, useEffect, useRef } from "react";

export interface FormError {
  /** Id of the control that it is about. */
  readonly id: string;
  readonly message: string;
}

export interface FormErrorSummaryProps {
  /** One per control, in the order of the form. A new array after each try to send takes the focus again. */
  readonly errors: readonly FormError[];
}

/** What is wrong with a form, above it; takes the focus so that it is read and seen, and leads to each control. */
export function FormErrorSummary({ errors }: FormErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="group"
      aria-labelledby="form-errors"
      className="rounded-card border border-danger bg-danger-soft p-4"
    >
      <h2 id="form-errors" className="flex gap-2 text-16 font-semibold tracking-normal text-danger">
        <CircleAlert aria-hidden="true" size={20} strokeWidth={1.75} className="mt-0.5 shrink-0" />
        {errors.length === 1 ? "One answer needs another look" : `${errors.length} answers need another look`}
      </h2>
      <ul className="mt-1 ms-7">
        {errors.map(({ id, message }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => goTo(event, id)}
              className="inline-flex min-h-8 items-center text-ink underline underline-offset-4 hover:text-danger"
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** By hand, because following the link would make a new entry in the history. */
function goTo(event: MouseEvent, id: string): void {
  const control = document.getElementById(id);
  if (!control) return;
  event.preventDefault();
  control.focus({ preventScroll: true });
  control.scrollIntoView({ block: "center" });
}

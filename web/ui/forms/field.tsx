import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";

/** The words around a control. */
export interface FieldTexts {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right; its presence marks the control as invalid. */
  readonly error?: string | undefined;
  /** Says "(optional)" after the label; required is the rule, so only the exception is marked. */
  readonly optional?: boolean | undefined;
}

/** What ties a control to its label, hint and error; spread it onto the control. */
export interface ControlLinks {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

interface FieldProps extends FieldTexts {
  /** Needed when an error summary links to the control. */
  readonly id?: string | undefined;
  readonly children: (control: ControlLinks) => ReactNode;
}

/** Label above, hint, control, error (web §8). */
export function Field({ id, label, hint, error, optional, children }: FieldProps) {
  const links = useControlLinks(id, { hint, error });
  return (
    <div className="min-w-0">
      <label htmlFor={links.id} className="block text-14 font-semibold text-ink">
        <LabelText label={label} optional={optional} />
      </label>
      <Hint id={`${links.id}-hint`}>{hint}</Hint>
      <div className="mt-2">{children(links)}</div>
      <FieldError id={`${links.id}-error`}>{error}</FieldError>
    </div>
  );
}

interface FieldGroupProps extends FieldTexts {
  readonly id?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly children: ReactNode;
}

/** The same for a group of controls that answer one question together; focusable, so that an error summary can lead to it. */
export function FieldGroup({ id, label, hint, error, optional, disabled, children }: FieldGroupProps) {
  const links = useControlLinks(id, { hint, error });
  return (
    <fieldset
      id={links.id}
      tabIndex={-1}
      disabled={disabled}
      aria-describedby={links["aria-describedby"]}
      className="min-w-0 rounded-control"
    >
      <legend className="text-14 font-semibold text-ink">
        <LabelText label={label} optional={optional} />
      </legend>
      <Hint id={`${links.id}-hint`}>{hint}</Hint>
      <div className="mt-2">{children}</div>
      <FieldError id={`${links.id}-error`}>{error}</FieldError>
    </fieldset>
  );
}

/** Ids that follow from the control's own, so that `Field` and hand-made layouts agree. */
export function useControlLinks(
  id: string | undefined,
  { hint, error }: { hint?: ReactNode; error?: string | undefined },
): ControlLinks {
  const made = useId();
  const base = id ?? made;
  const describedBy = [error && `${base}-error`, hint && `${base}-hint`].filter(Boolean).join(" ");
  return {
    id: base,
    "aria-describedby": describedBy === "" ? undefined : describedBy,
    "aria-invalid": error ? true : undefined,
  };
}

export function Hint({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  if (!children) return null;
  return (
    <p id={id} className="mt-1 text-14 text-muted">
      {children}
    </p>
  );
}

export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  if (!children) return null;
  return (
    <p id={id} className="mt-2 flex gap-2 text-14 font-medium text-danger">
      <CircleAlert aria-hidden="true" size={16} strokeWidth={2} className="mt-0.5 shrink-0" />
      {children}
    </p>
  );
}

function LabelText({ label, optional }: { readonly label: string; readonly optional: boolean | undefined }) {
  return (
    <>
      {label}
      {optional && <span className="font-normal text-muted"> (optional)</span>}
    </>
  );
}

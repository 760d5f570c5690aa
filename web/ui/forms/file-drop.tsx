import { CircleAlert, CircleCheck, FileText, Upload, X } from "lucide-react";
import { IconButton } from "../actions/icon-button.tsx";
import { Field, type FieldTexts } from "./field.tsx";
import { type FileLimits, formatBytes, whyNot } from "./file-rules.ts";

/** A chosen file and how far it has come. */
export interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly state:
    | { readonly kind: "waiting" }
    | { readonly kind: "sending"; readonly percent: number }
    | { readonly kind: "done" }
    | { readonly kind: "failed"; readonly reason: string };
}

export interface FileDropProps extends FieldTexts, FileLimits {
  readonly id?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly multiple?: boolean | undefined;
  readonly files: readonly FileRow[];
  /** Each file chosen or dropped, with the reason why it cannot be taken, if there is one. */
  readonly onFiles: (files: readonly { file: File; problem: string | null }[]) => void;
  readonly onRemove: (id: string) => void;
}

/** A native file input over the whole area: a click, a key and a drop all end in the same place. */
export function FileDrop(props: FileDropProps) {
  const { id, label, hint, error, optional, disabled, multiple, files, onFiles, onRemove, ...limits } = props;
  const take = (list: FileList | null) =>
    onFiles(Array.from(list ?? [], (file) => ({ file, problem: whyNot(file, limits) })));
  return (
    <div>
      <Field
        id={id}
        label={label}
        hint={hint ?? `${limits.typeNames}, up to ${formatBytes(limits.maxBytes)}.`}
        error={error}
        optional={optional}
      >
        {(links) => (
          <div className="group relative flex min-h-28 flex-col items-center justify-center gap-2 rounded-card border border-dashed border-control bg-card p-4 text-center transition-colors hover:border-ink hover:bg-plate has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand has-disabled:border-line has-disabled:bg-plate has-disabled:text-muted has-aria-invalid:border-danger">
            <input
              {...links}
              type="file"
              accept={limits.types.join(",")}
              multiple={multiple}
              disabled={disabled}
              onChange={({ target }) => {
                take(target.files);
                // The same file must be choosable again after it was removed.
                target.value = "";
              }}
              className="absolute inset-0 size-full cursor-pointer opacity-0 outline-none disabled:cursor-default"
            />
            <Upload aria-hidden="true" size={24} strokeWidth={1.5} className="text-muted" />
            <span aria-hidden="true">
              <span className="font-semibold text-brand group-has-disabled:text-muted">
                {multiple ? "Choose files" : "Choose a file"}
              </span>{" "}
              <span className="text-muted">or drop {multiple ? "them" : "it"} here</span>
            </span>
          </div>
        )}
      </Field>
      {files.length > 0 && (
        <ul className="mt-2 divide-y divide-line">
          {files.map((file) => (
            <FileLine key={file.id} file={file} onRemove={() => onRemove(file.id)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function FileLine({ file, onRemove }: { readonly file: FileRow; readonly onRemove: () => void }) {
  const { state } = file;
  return (
    <li className="flex items-center gap-3 py-2">
      <StateIcon state={state} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{file.name}</p>
        {state.kind === "sending" ? (
          <progress
            aria-label={`Sending ${file.name}`}
            max={100}
            value={state.percent}
            className="mt-1 block h-1 w-full appearance-none overflow-hidden rounded-pill bg-line [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-brand"
          />
        ) : (
          <p className={`text-14 ${state.kind === "failed" ? "text-danger" : "text-muted"}`}>
            {describe(file)}
          </p>
        )}
      </div>
      <IconButton
        label={`Remove ${file.name}`}
        icon={<X aria-hidden="true" size={20} strokeWidth={1.5} />}
        onClick={onRemove}
      />
    </li>
  );
}

function describe({ size, state }: FileRow): string {
  switch (state.kind) {
    case "failed":
      return state.reason;
    case "done":
      return `${formatBytes(size)}, sent`;
    case "waiting":
    case "sending":
      return formatBytes(size);
  }
}

function StateIcon({ state }: { readonly state: FileRow["state"] }) {
  const Icon = state.kind === "failed" ? CircleAlert : state.kind === "done" ? CircleCheck : FileText;
  const colour = {
    failed: "text-danger",
    done: "text-success",
    waiting: "text-muted",
    sending: "text-muted",
  };
  return <Icon aria-hidden="true" size={20} strokeWidth={1.5} className={`shrink-0 ${colour[state.kind]}`} />;
}

import { type ReactNode, useId, useState } from "react";
import { Button } from "../actions/button.tsx";
import { TextInput } from "../forms/text-input.tsx";
import { Modal } from "./modal.tsx";

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The question: "Cancel this lesson?" */
  readonly title: string;
  /** What follows, with amounts and dates. */
  readonly children: ReactNode;
  /** Verb and object: "Cancel lesson". */
  readonly confirmLabel: string;
  /** What keeps things as they are: "Keep it". */
  readonly keepLabel: string;
  readonly isDanger?: boolean;
  /** While it runs, the dialog cannot be left. */
  readonly busyLabel?: string;
  readonly isBusy?: boolean;
  /** What went wrong, said where the choice is. */
  readonly error?: string;
  readonly onConfirm: () => void;
}

/** Asks before something happens. Both answers weigh the same; the focus starts on the one that changes nothing. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return <Confirmation {...props} canConfirm />;
}

export interface ConfirmTypedProps extends ConfirmDialogProps {
  /** What has to be typed, as shown; case and outer spaces do not matter. */
  readonly word: string;
}

/** The same for what cannot be taken back: the word has to be typed first. */
export function ConfirmTyped({ word, children, onClose, onConfirm, ...props }: ConfirmTypedProps) {
  const [typed, setTyped] = useState("");
  const matches = typed.trim().toLocaleLowerCase("en") === word.toLocaleLowerCase("en");
  const close = () => {
    setTyped("");
    onClose();
  };
  return (
    <Confirmation {...props} onClose={close} onConfirm={onConfirm} canConfirm={matches}>
      {children}
      <form
        className="mt-6"
        onSubmit={(event) => {
          event.preventDefault();
          if (matches && !props.isBusy) onConfirm();
        }}
      >
        <TextInput
          label={`Type “${word}” to confirm`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </form>
    </Confirmation>
  );
}

function Confirmation(props: ConfirmDialogProps & { readonly canConfirm: boolean }) {
  const {
    isOpen,
    onClose,
    title,
    children,
    confirmLabel,
    keepLabel,
    isDanger = false,
    error,
    onConfirm,
    canConfirm,
  } = props;
  const { isBusy = false, busyLabel } = props;
  const id = useId();
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      isLocked={isBusy}
      role="alertdialog"
      labelledBy={`${id}-title`}
      describedBy={`${id}-text`}
      className="w-[calc(100vw-2rem)] md:w-120"
    >
      <div className="max-h-[calc(100dvh-3rem)] overflow-y-auto rounded-sheet bg-card p-6 shadow-overlay md:p-8">
        <h2 id={`${id}-title`} className="text-20 md:text-24">
          {title}
        </h2>
        <div id={`${id}-text`} className="mt-3 text-muted">
          {children}
        </div>
        {error && (
          <p role="alert" className="mt-4 font-medium text-danger">
            {error}
          </p>
        )}
        <div className="mt-6 grid gap-3 md:grid-cols-2">
          <Button variant="secondary" wide data-first-focus="" disabled={isBusy} onClick={onClose}>
            {keepLabel}
          </Button>
          <Button
            variant={isDanger ? "danger" : "primary"}
            wide
            disabled={!canConfirm}
            busy={isBusy}
            {...(busyLabel && { busyLabel })}
            onClick={onConfirm}
          >
            {confirmLabel}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

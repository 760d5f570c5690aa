import { type ReactNode, useId } from "react";
import { DialogPanel } from "./dialog-panel.tsx";
import { Modal } from "./modal.tsx";

const WIDTHS = {
  small: "md:w-120",
  medium: "md:w-160",
  large: "md:w-230",
} as const;

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly intro?: ReactNode;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  /** 480, 640 or 920 px. */
  readonly width?: keyof typeof WIDTHS;
  readonly isLocked?: boolean;
}

/** A question or short form in the middle of the page, also on phones. */
export function Dialog({ isOpen, onClose, isLocked, width = "small", ...panel }: DialogProps) {
  const titleId = useId();
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      isLocked={isLocked}
      labelledBy={titleId}
      className={`w-[calc(100vw-2rem)] ${WIDTHS[width]} md:max-w-[calc(100vw-4rem)]`}
    >
      <DialogPanel
        {...panel}
        titleId={titleId}
        onClose={onClose}
        className="max-h-[calc(100dvh-3rem)] rounded-sheet"
      />
    </Modal>
  );
}

export interface SheetProps extends DialogProps {
  /** On phones: as high as its content, or the whole screen. */
  readonly phone?: "bottom" | "full";
}

/** The same content as a dialog from 768, and on phones a sheet on the bottom edge or the whole screen. */
export function Sheet({
  isOpen,
  onClose,
  isLocked,
  width = "medium",
  phone = "bottom",
  ...panel
}: SheetProps) {
  const titleId = useId();
  const shape =
    phone === "full"
      ? "h-dvh md:h-auto md:max-h-[calc(100dvh-3rem)] md:rounded-sheet"
      : "max-h-[calc(100dvh-3rem)] rounded-t-sheet md:rounded-sheet";
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      isLocked={isLocked}
      labelledBy={titleId}
      className={`overlay-sheet w-full ${WIDTHS[width]} md:max-w-[calc(100vw-4rem)]`}
    >
      <DialogPanel
        {...panel}
        titleId={titleId}
        onClose={onClose}
        hasHandle={phone === "bottom"}
        className={shape}
      />
    </Modal>
  );
}

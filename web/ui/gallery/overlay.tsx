import { Archive, CalendarClock, Ellipsis, Flag, Info, MessageCircle, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../actions/button.tsx";
import { IconButton } from "../actions/icon-button.tsx";
import { TextInput } from "../forms/text-input.tsx";
import { ConfirmDialog, ConfirmTyped } from "../overlay/confirm-dialog.tsx";
import { Dialog, Sheet } from "../overlay/dialog.tsx";
import { Menu } from "../overlay/menu.tsx";
import { Popover } from "../overlay/popover.tsx";
import { Tooltip } from "../overlay/tooltip.tsx";
import { useToasts } from "../shell/toasts.tsx";
import { Row, Specimen } from "./parts/specimen.tsx";

const ICON = { "aria-hidden": true, size: 20, strokeWidth: 1.5 } as const;

export default function OverlayGallery() {
  return (
    <>
      <Specimen
        title="Dialog and sheet"
        note="Native dialogs: the page behind cannot be reached, Esc and the scrim close, focus starts on the title and returns to the button. Below 768 a sheet stands on the bottom edge or fills the screen."
      >
        <Dialogs />
      </Specimen>
      <Specimen
        title="Confirm"
        note="An alert dialog: title and text are read at once, and the focus is on the answer that changes nothing. While it runs, it cannot be left."
      >
        <Confirmations />
      </Specimen>
      <Specimen
        title="Menu"
        note="Enter, Space or the down arrow opens it; arrows, Home, End and typing move; Esc and Tab close it and give the focus back. An item that is not possible stays, with its reason."
      >
        <Menus />
      </Specimen>
      <Specimen
        title="Popover"
        note="Opens and closes without any script. Esc gives the focus back to its button; a click elsewhere just closes it."
      >
        <Row>
          <Popover
            label="About the fee"
            renderTrigger={(props) => (
              <Button {...props} variant="secondary">
                What is booking protection?
              </Button>
            )}
          >
            <p className="max-w-72">
              It pays for support when a lesson goes wrong. The percentage is the one on your price lines.
            </p>
          </Popover>
        </Row>
      </Specimen>
      <Specimen
        title="Tooltip"
        note="Adds to a name that is already there, on hover and on keyboard focus. It is the button’s description, stays while hovered, and Esc puts it away."
      >
        <Row>
          <Tooltip text="Moves the conversation out of the inbox">
            {(props) => <IconButton {...props} label="Archive" icon={<Archive {...ICON} />} />}
          </Tooltip>
        </Row>
      </Specimen>
      <Specimen
        title="Toast"
        note="A polite live region. It waits while hovered or focused, and what it says is never only there."
      >
        <Toasts />
      </Specimen>
    </>
  );
}

function Dialogs() {
  const [open, setOpen] = useState<"dialog" | "sheet" | "full" | "long" | null>(null);
  const close = () => setOpen(null);
  return (
    <Row>
      <Button variant="secondary" onClick={() => setOpen("dialog")}>
        Open dialog
      </Button>
      <Button variant="secondary" onClick={() => setOpen("sheet")}>
        Open sheet
      </Button>
      <Button variant="secondary" onClick={() => setOpen("full")}>
        Open full sheet
      </Button>
      <Button variant="secondary" onClick={() => setOpen("long")}>
        Open long dialog
      </Button>
      <Dialog
        isOpen={open === "dialog"}
        onClose={close}
        title="Rename this address"
        intro="Only you see the name."
        footer={
          <>
            <Button variant="secondary" onClick={close}>
              Cancel
            </Button>
            <Button onClick={close}>Save name</Button>
          </>
        }
      >
        <TextInput label="Name" defaultValue="Home" />
      </Dialog>
      <Sheet
        isOpen={open === "sheet"}
        onClose={close}
        title="Filters"
        footer={<Button onClick={close}>Show 14 instructors</Button>}
      >
        <TextInput label="Language" />
      </Sheet>
      <Sheet
        isOpen={open === "full"}
        onClose={close}
        title="Pick a time"
        width="large"
        phone="full"
        footer={<Button onClick={close}>Continue</Button>}
      >
        <p>On phones this fills the screen, with the close button on its end.</p>
      </Sheet>
      <Dialog
        isOpen={open === "long"}
        onClose={close}
        title="Consent"
        width="medium"
        footer={<Button onClick={close}>Accept</Button>}
      >
        <div className="space-y-4">
          {Array.from({ length: 14 }, (_, at) => (
            <p key={at}>
              Paragraph {at + 1}. The content scrolls between the title and the button; both stay where they
              are.
            </p>
          ))}
        </div>
      </Dialog>
    </Row>
  );
}

function Confirmations() {
  const [open, setOpen] = useState<"plain" | "typed" | "busy" | null>(null);
  const [done, setDone] = useState("Nothing confirmed yet");
  const close = () => setOpen(null);
  const confirm = (what: string) => {
    setDone(what);
    close();
  };
  return (
    <Row>
      <Button variant="secondary" onClick={() => setOpen("plain")}>
        Cancel lesson
      </Button>
      <Button variant="danger" onClick={() => setOpen("typed")}>
        Delete account
      </Button>
      <Button variant="secondary" onClick={() => setOpen("busy")}>
        Failed and trying again
      </Button>
      <output>{done}</output>
      <ConfirmDialog
        isOpen={open === "plain"}
        onClose={close}
        title="Cancel this lesson?"
        confirmLabel="Cancel lesson"
        keepLabel="Keep it"
        isDanger
        onConfirm={() => confirm("Lesson cancelled")}
      >
        <p>$90.00 comes back as credit. The $10.80 fee is kept.</p>
      </ConfirmDialog>
      <ConfirmTyped
        isOpen={open === "typed"}
        onClose={close}
        title="Delete your account?"
        word="delete"
        confirmLabel="Delete account"
        keepLabel="Keep account"
        isDanger
        onConfirm={() => confirm("Account deleted")}
      >
        <p>You lose $25.00 of credit. You have 7 days to undo this by the link in our e-mail.</p>
      </ConfirmTyped>
      <ConfirmDialog
        isOpen={open === "busy"}
        onClose={close}
        title="Remove this card?"
        confirmLabel="Remove card"
        keepLabel="Keep it"
        error="We could not reach the bank. The card is still here."
        onConfirm={() => confirm("Card removed")}
      >
        <p>Lessons that are booked keep their payment.</p>
      </ConfirmDialog>
    </Row>
  );
}

function Menus() {
  const [chosen, setChosen] = useState("Nothing chosen yet");
  return (
    <Row>
      <Menu
        label="This lesson"
        onSelect={(key) => setChosen(`Chosen: ${key}`)}
        renderTrigger={(props) => (
          <IconButton
            {...props}
            label="More about this lesson"
            variant="outline"
            icon={<Ellipsis {...ICON} />}
          />
        )}
        items={[
          { key: "reschedule", label: "Reschedule", icon: CalendarClock, note: "Free now" },
          { key: "message", label: "Message", icon: MessageCircle },
          {
            key: "report",
            label: "Report a problem",
            icon: Flag,
            isDisabled: true,
            note: "Opens when the lesson starts",
          },
          { key: "guide", label: "Read the rules", icon: Info, to: "#section-overlay" },
          { key: "cancel", label: "Cancel lesson", icon: Trash2, isDanger: true },
        ]}
      />
      <output>{chosen}</output>
    </Row>
  );
}

function Toasts() {
  const { show } = useToasts();
  return (
    <Row>
      <Button variant="secondary" onClick={() => show("Week saved")}>
        Show toast
      </Button>
      <Button variant="secondary" onClick={() => show("Conversation archived", { undo: () => undefined })}>
        Show toast with Undo
      </Button>
    </Row>
  );
}

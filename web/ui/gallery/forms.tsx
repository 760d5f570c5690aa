import { Home, MapPinHouse, Video } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "../actions/button.tsx";
import { Checkbox } from "../forms/checkbox.tsx";
import { type FormError, FormErrorSummary } from "../forms/error-summary.tsx";
import { FileDrop } from "../forms/file-drop.tsx";
import { OtpInput } from "../forms/otp-input.tsx";
import { PasswordInput } from "../forms/password-input.tsx";
import { RadioCards } from "../forms/radio-cards.tsx";
import { RangePair } from "../forms/range-pair.tsx";
import { Select } from "../forms/select.tsx";
import { Switch } from "../forms/switch.tsx";
import { Textarea } from "../forms/textarea.tsx";
import { TextInput } from "../forms/text-input.tsx";
import { Comboboxes } from "./parts/comboboxes.tsx";
import { Amounts, Phones } from "./parts/formatted-inputs.tsx";
import { Grid, Specimen } from "./parts/specimen.tsx";

const ICON = { "aria-hidden": true, size: 24, strokeWidth: 1.5 } as const;

export default function FormsGallery() {
  return (
    <>
      <Texts />
      <Amounts />
      <Phones />
      <Codes />
      <Comboboxes />
      <Choices />
      <Prices />
      <Files />
      <WholeForm />
    </>
  );
}

function Texts() {
  const street = "27 Sample Pl, Apt 2R, Brooklyn, NY 11217";
  return (
    <>
      <Specimen
        title="Text field"
        note="The label is tied to the field; hint and error are read after it. Letters are 16 px, so that phones do not zoom in."
      >
        <Grid>
          <TextInput label="First name" name="first" autoComplete="given-name" />
          <TextInput label="Access note" optional name="access" hint="How the instructor finds your door." />
          <TextInput
            label="E-mail"
            type="email"
            name="email"
            defaultValue="maya@example"
            error="Enter an address with a dot after the @, such as maya@example.com."
          />
          <TextInput label="Address, cannot be changed here" readOnly defaultValue={street} />
          <TextInput label="Address, not open" disabled defaultValue={street} />
        </Grid>
      </Specimen>
      <Specimen title="Password" note="Pasting and password managers work. The button says what it will do.">
        <Grid>
          <PasswordInput
            label="Password"
            name="password"
            autoComplete="current-password"
            defaultValue="correct horse"
          />
          <PasswordInput
            label="New password"
            name="new-password"
            autoComplete="new-password"
            hint="At least 12 characters."
            error="This one is on a list of stolen passwords. Choose another."
          />
        </Grid>
      </Specimen>
      <Specimen title="Text area" note="The counter is spoken only when fewer than 50 characters are left.">
        <Grid>
          <Textarea label="Note" name="note" hint="Level, goals, anything to bring." limit={1000} />
          <Textarea
            label="Headline"
            name="headline"
            limit={20}
            rows={2}
            initial="Film music and first steps"
          />
        </Grid>
      </Specimen>
      <Specimen title="Select" note="The system's own, with the keys and pickers that people know.">
        <Grid>
          <Select label="Borough" name="borough" defaultValue="">
            <option value="" disabled>
              Choose one
            </option>
            <option>Brooklyn</option>
            <option>Manhattan</option>
            <option>Queens</option>
          </Select>
          <Select
            label="Borough, not answered"
            name="borough-error"
            defaultValue=""
            error="Choose a borough."
          >
            <option value="">Choose one</option>
          </Select>
          <Select label="Borough, not open" disabled defaultValue="Brooklyn">
            <option>Brooklyn</option>
          </Select>
        </Grid>
      </Specimen>
    </>
  );
}

function Codes() {
  const [complete, setComplete] = useState("");
  return (
    <Specimen
      title="One-time code"
      note="One field under six boxes: it is read as one field, takes a paste with spaces, and phones fill it in from the message."
    >
      <Grid>
        <div>
          <OtpInput
            label="Code"
            hint="Paste works. It goes on by itself at six digits."
            onComplete={setComplete}
          />
          <p className="mt-2 text-14 text-muted" role="status">
            {complete && `Complete: ${complete}`}
          </p>
        </div>
        <OtpInput label="Code, wrong" error="That code did not fit. Check it, or ask for a new one." />
        <OtpInput label="Code, not open" disabled />
      </Grid>
    </Specimen>
  );
}

function Choices() {
  const [place, setPlace] = useState<"home" | "studio" | "online">("home");
  const [address, setAddress] = useState<"home" | "other" | null>(null);
  const cards = [
    { value: "home", label: "At your home", detail: "$100.80", icon: <Home {...ICON} /> },
    { value: "studio", label: "Sarah’s studio", detail: "$95.20", icon: <MapPinHouse {...ICON} /> },
    { value: "online", label: "Online", unavailable: "Not for this length", icon: <Video {...ICON} /> },
  ] as const;
  return (
    <>
      <Specimen
        title="Checkbox"
        note="The whole line is the target. Never ticked in advance when it costs or agrees to something."
      >
        <Grid>
          <div>
            <Checkbox label="Save this card for next time" name="save" />
            <Checkbox label="Kids" name="kids" defaultChecked hint="Under 12 years" />
            <Checkbox label="Not open" disabled />
            <Checkbox label="Not open, ticked" disabled defaultChecked />
          </div>
          <Checkbox label="I am 18 or older" name="adult" error="Tick this to go on." />
        </Grid>
      </Specimen>
      <Specimen
        title="Switch"
        note="In force at once. Its place says on or off as well as its color; Space turns it."
      >
        <div className="max-w-form divide-y divide-line">
          <Switch label="Text messages" hint="Reminders and changes only." defaultChecked />
          <Switch label="News" />
          <Switch label="Receipts, always by e-mail" disabled defaultChecked />
        </div>
      </Specimen>
      <Specimen
        title="Radio cards"
        note="Radio buttons in a named group: Tab enters once, arrows move and choose. A tick mark is not needed: the ring fills."
      >
        <div className="max-w-form space-y-8">
          <RadioCards
            name="place"
            label="Where"
            layout="tiles"
            cards={cards}
            value={place}
            onChange={setPlace}
          />
          <RadioCards
            name="address"
            label="Where should Sarah come?"
            error={address === null ? "Choose an address." : undefined}
            cards={[
              { value: "home", label: "Home", detail: "27 Sample Pl, Apt 2R, Brooklyn, NY 11217" },
              { value: "other", label: "Other · Grandma’s", detail: "140 Sample Ave, Brooklyn, NY 11215" },
            ]}
            value={address}
            onChange={setAddress}
          />
        </div>
      </Specimen>
    </>
  );
}

function Prices() {
  const [range, setRange] = useState({ low: 40, high: 90 });
  return (
    <Specimen
      title="Range"
      note="Two sliders for arrows, Page Up and Down, Home and End, and a field each, so that nothing needs a drag. The ends keep $10 apart."
    >
      <Grid>
        <RangePair label="Price per hour" min={20} max={300} value={range} onChange={setRange} />
        <RangePair label="Price, not open" min={20} max={300} value={range} onChange={setRange} disabled />
      </Grid>
    </Specimen>
  );
}

function Files() {
  const [taken, setTaken] = useState<readonly string[]>([]);
  const limits = {
    types: ["image/jpeg", "image/png", "application/pdf"],
    typeNames: "JPEG, PNG or PDF",
    maxBytes: 10_000_000,
  };
  return (
    <Specimen
      title="File drop"
      note="A file field over the whole area: Enter and Space open the system's dialog, so that nothing needs a drop. Progress and errors are words as well."
    >
      <Grid>
        <div>
          <FileDrop
            label="Document"
            multiple
            {...limits}
            files={[
              { id: "1", name: "passport-front.jpg", size: 2_400_000, state: { kind: "done" } },
              {
                id: "2",
                name: "passport-back.jpg",
                size: 2_100_000,
                state: { kind: "sending", percent: 62 },
              },
              {
                id: "3",
                name: "notes.zip",
                size: 900,
                state: { kind: "failed", reason: "Choose JPEG, PNG or PDF." },
              },
            ]}
            onFiles={(files) =>
              setTaken(files.map(({ file, problem }) => `${file.name}: ${problem ?? "taken"}`))
            }
            onRemove={(id) => setTaken([`Remove ${id}`])}
          />
          <p role="status" className="mt-2 text-14 text-muted">
            {taken.join(" ")}
          </p>
        </div>
        <FileDrop
          label="Photo"
          {...limits}
          error="Add a photo."
          files={[]}
          onFiles={() => undefined}
          onRemove={() => undefined}
        />
      </Grid>
    </Specimen>
  );
}

function WholeForm() {
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const messageFor = (id: string) => errors.find((error) => error.id === id)?.message;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const answers = new FormData(event.currentTarget);
    setErrors([
      ...(answers.get("full-name") ? [] : [{ id: "full-name", message: "Enter your name." }]),
      ...(answers.get("agreed") ? [] : [{ id: "agreed", message: "Agree to the terms to go on." }]),
    ]);
  };
  return (
    <Specimen
      title="Error summary"
      note="After a failed try it takes the focus, names each error and leads to its field. Each field says the same again."
    >
      <form noValidate onSubmit={send} className="max-w-form space-y-6">
        <FormErrorSummary errors={errors} />
        <TextInput id="full-name" name="full-name" label="Full name" error={messageFor("full-name")} />
        <Checkbox id="agreed" name="agreed" label="I agree to the terms" error={messageFor("agreed")} />
        <Button type="submit" variant="secondary">
          Send form
        </Button>
      </form>
    </Specimen>
  );
}

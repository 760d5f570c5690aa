import { ArrowLeft, Ellipsis, Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "../actions/button.tsx";
import { ButtonLink } from "../actions/button-link.tsx";
import { FavouriteButton } from "../actions/favourite-button.tsx";
import { IconButton } from "../actions/icon-button.tsx";
import { SegmentedControl } from "../actions/segmented-control.tsx";
import { ShareButton } from "../actions/share-button.tsx";
import { TextLink } from "../actions/text-link.tsx";
import { Row, Specimen } from "./parts/specimen.tsx";

const ICON = { "aria-hidden": true, size: 20, strokeWidth: 1.5 } as const;
const VARIANTS = ["primary", "secondary", "quiet", "danger"] as const;
const VERBS = {
  primary: "Save week",
  secondary: "Message",
  quiet: "Not now",
  danger: "Cancel lesson",
} as const;

export default function ActionsGallery() {
  return (
    <>
      <Buttons />
      <Specimen
        title="Button link"
        note="A link that looks like a button. It is announced as a link and changes nothing."
      >
        <Row>
          <ButtonLink to="/">Go to the home page</ButtonLink>
          <ButtonLink to="/" variant="secondary">
            Go to the home page
          </ButtonLink>
          <ButtonLink to="/" variant="quiet" icon={<ArrowLeft {...ICON} className="rtl:-scale-x-100" />}>
            Back
          </ButtonLink>
        </Row>
      </Specimen>
      <Specimen
        title="Text link"
        note="In a sentence it is underlined, so that color is not all that marks it. On its own line it is a 44 px target."
      >
        <p className="max-w-reading">
          We never share your number. Read <TextLink to="/">how we keep it</TextLink> before you write.
        </p>
        <Row>
          <TextLink to="/" standalone>
            Use another address
          </TextLink>
          <TextLink to="/" standalone icon={<Plus {...ICON} />}>
            Add an address
          </TextLink>
        </Row>
      </Specimen>
      <Specimen
        title="Icon button"
        note="44 px, and its name is required. Tooltips are never the only carrier of it."
      >
        <Row>
          <IconButton label="Close" icon={<X {...ICON} size={24} />} />
          <IconButton label="More" variant="outline" icon={<Ellipsis {...ICON} size={24} />} />
          <IconButton label="Back" variant="plate" icon={<ArrowLeft {...ICON} size={24} />} />
          <IconButton label="Close, not now" disabled icon={<X {...ICON} size={24} />} />
        </Row>
      </Specimen>
      <Lengths />
      <Keeping />
    </>
  );
}

function Buttons() {
  const [busy, setBusy] = useState(false);
  return (
    <Specimen
      title="Button"
      note="44 px high; 36 only in tables, 52 for the one step a page leads to. Enter and Space press it. While busy it keeps its focus and width and ignores presses; its verb shows after 400 ms."
    >
      {VARIANTS.map((variant) => (
        <Row key={variant}>
          <Button variant={variant}>{VERBS[variant]}</Button>
          <Button variant={variant} icon={<Plus {...ICON} />}>
            {VERBS[variant]}
          </Button>
          <Button variant={variant} disabled>
            {VERBS[variant]}
          </Button>
          <Button variant={variant} busy busyLabel="Saving…">
            {VERBS[variant]}
          </Button>
          <Button variant={variant} size="small">
            {VERBS[variant]}
          </Button>
        </Row>
      ))}
      <Row>
        <Button busy={busy} busyLabel="Saving…" onClick={() => setBusy(true)}>
          Save changes
        </Button>
        <Button variant="quiet" onClick={() => setBusy(false)}>
          End saving
        </Button>
      </Row>
      <div className="mt-4 max-w-85">
        <Button size="large" wide>
          Continue
        </Button>
      </div>
    </Specimen>
  );
}

function Lengths() {
  const [length, setLength] = useState<"30" | "45" | "60">("60");
  return (
    <Specimen
      title="Segmented control"
      note="Radio buttons in a group with a name: Tab enters once, arrows move and choose. A choice that is not open says why in words."
    >
      <div className="max-w-form space-y-8">
        <SegmentedControl
          name="length"
          label="Length"
          value={length}
          onChange={setLength}
          segments={[
            { value: "30", label: "30 min" },
            { value: "45", label: "45 min" },
            { value: "60", label: "60 min" },
          ]}
        />
        <SegmentedControl
          name="length-closed"
          label="Length, one not open"
          value="45"
          onChange={() => undefined}
          segments={[
            { value: "45", label: "45 min" },
            { value: "60", label: "60 min" },
            { value: "90", label: "90 min", unavailable: "no start in the next 30 days." },
          ]}
        />
        <SegmentedControl
          name="length-error"
          label="Length, not answered"
          error="Choose a length."
          value={null}
          onChange={() => undefined}
          segments={[
            { value: "30", label: "30 min" },
            { value: "60", label: "60 min" },
          ]}
        />
      </div>
    </Specimen>
  );
}

function Keeping() {
  const [kept, setKept] = useState(true);
  return (
    <>
      <Specimen
        title="Favorite button"
        note="A toggle. Its name stays the same; pressed or not pressed is what changes and what is announced."
      >
        <Row>
          <FavouriteButton name="Sarah C." pressed={kept} onChange={setKept} />
          <FavouriteButton
            name="Sarah C."
            variant="outline"
            pressed={!kept}
            onChange={(next) => setKept(!next)}
          />
          <FavouriteButton name="Sarah C." variant="plate" pressed={kept} onChange={setKept} />
        </Row>
      </Specimen>
      <Specimen
        title="Share button"
        note="Opens the system's share sheet where there is one, else copies the link and says so to screen readers too."
      >
        <ShareButton url="https://example.com/" title="Piano lessons" />
      </Specimen>
    </>
  );
}

import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { Combobox } from "../../forms/combobox.tsx";
import type { ComboboxGroup } from "../../forms/combobox-options.ts";
import { Grid, Specimen } from "./specimen.tsx";

const GROUPS: readonly ComboboxGroup[] = [
  {
    label: "Services",
    options: [
      { id: "piano", label: "Piano", detail: "Music" },
      { id: "pilates", label: "Pilates", detail: "Sports and fitness" },
      { id: "photography", label: "Photography", detail: "Arts" },
    ],
  },
  {
    label: "Places",
    options: [
      { id: "park-slope", label: "Park Slope", detail: "Brooklyn" },
      { id: "port-morris", label: "Port Morris", detail: "Bronx" },
    ],
  },
];

export function Comboboxes() {
  return (
    <Specimen
      title="Combobox"
      note="The focus stays in the field; arrows walk, Enter takes, Escape closes, and what was typed stays. The number of suggestions is spoken."
    >
      <Grid>
        <Filtered />
        <Loading />
        <Combobox
          label="Place, failed"
          text=""
          onTextChange={() => undefined}
          groups={[]}
          status="failed"
          onPick={() => undefined}
        />
        <Combobox
          label="Place, not open"
          disabled
          text="Park Slope"
          onTextChange={() => undefined}
          groups={[]}
          onPick={() => undefined}
        />
      </Grid>
    </Specimen>
  );
}

function Filtered() {
  const [text, setText] = useState("");
  return (
    <Combobox
      label="What or where"
      text={text}
      onTextChange={setText}
      groups={matching(text)}
      onPick={({ label }) => setText(label)}
      emptyText="Nothing by that name."
      icon={<Search aria-hidden="true" size={20} strokeWidth={1.5} />}
    />
  );
}

/** Answers after a moment, as a server would. */
function Loading() {
  const [text, setText] = useState("");
  const [found, setFound] = useState<{ for: string; groups: readonly ComboboxGroup[] }>({
    for: "",
    groups: [],
  });
  useEffect(() => {
    const timer = setTimeout(() => setFound({ for: text, groups: matching(text) }), 600);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <Combobox
      label="Place, loading"
      hint="Suggestions come a moment after you type."
      text={text}
      onTextChange={setText}
      groups={text === "" ? [] : found.groups}
      status={text !== "" && found.for !== text ? "loading" : "ready"}
      emptyText={text === "" ? undefined : "Nothing by that name."}
      onPick={({ label }) => setText(label)}
    />
  );
}

function matching(text: string): readonly ComboboxGroup[] {
  const wanted = text.toLowerCase();
  return GROUPS.map((group) => ({
    ...group,
    options: group.options.filter(({ label }) => label.toLowerCase().includes(wanted)),
  })).filter((group) => group.options.length > 0);
}

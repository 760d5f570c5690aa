import { useState } from "react";
import { Button } from "../actions/button.tsx";
import { CityMapOnDemand, HeroMapOnDemand } from "../map/on-demand.tsx";
import { SAMPLE_OPENINGS, SAMPLE_PINS, SAMPLE_SHAPES } from "./parts/sample-map.ts";
import { Specimen } from "./parts/specimen.tsx";

export default function MapGallery() {
  return (
    <>
      <SearchMap />
      <Specimen
        title="City map, in a page"
        note="One finger and the plain wheel scroll the page; two fingers, Ctrl or ⌘ with the wheel, and the buttons zoom."
      >
        <CityMapOnDemand
          label="Where lessons take place"
          shapes={SAMPLE_SHAPES}
          selectedIds={[
            "nyc-brooklyn-park-slope",
            "nyc-brooklyn-gowanus",
            "nyc-brooklyn-prospect-heights",
            "nyc-brooklyn-boerum-hill",
          ]}
          pins={[{ id: "studio", lon: -73.979, lat: 40.671, name: "Studio, near Park Slope" }]}
          isCooperative
          note="Studio, near Park Slope"
          className="h-70 rounded-card"
        />
      </Specimen>
      <ChoiceMap />
      <Specimen
        title="Hero map"
        note="Decoration that repeats a list below it: hidden from screen readers, and the Tab key passes it by. Not drawn for fewer than three openings."
      >
        <div className="bg-warm">
          <HeroMapOnDemand
            shapes={SAMPLE_SHAPES}
            points={SAMPLE_OPENINGS}
            className="ms-auto h-140 md:w-2/3"
          />
        </div>
      </Specimen>
    </>
  );
}

function SearchMap() {
  const [active, setActive] = useState<string | null>(null);
  return (
    <Specimen
      title="City map, beside a list"
      note="The list beside it is its equivalent. The map is one tab stop (arrows move, + and − zoom, 0 returns), then its pins and buttons follow. Names that would be cut or covered are not drawn."
    >
      <CityMapOnDemand
        label="Where the instructors are"
        shapes={SAMPLE_SHAPES}
        selectedIds={["nyc-brooklyn-park-slope"]}
        pins={SAMPLE_PINS}
        activePinId={active}
        onPointPin={setActive}
        action={<Button variant="secondary">Search this area</Button>}
        note="Pins are approximate. Prices are totals for 60 min."
        className="h-150 rounded-card md:w-132"
      />
    </Specimen>
  );
}

function ChoiceMap() {
  const [chosen, setChosen] = useState<readonly string[]>(["nyc-manhattan-chelsea"]);
  const toggle = (id: string) =>
    setChosen((ids) => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]));
  return (
    <Specimen
      title="City map, to choose neighborhoods"
      note="What a click on the map does, the list under it does with any device; pointing at a row shows where it is."
    >
      <CityMapOnDemand
        label="Neighborhoods"
        shapes={SAMPLE_SHAPES}
        selectedIds={chosen}
        onToggleArea={toggle}
        className="h-105 rounded-card"
      />
    </Specimen>
  );
}

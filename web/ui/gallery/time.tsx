import { useState } from "react";
import { Button } from "../actions/button.tsx";
import { Countdown } from "../time/countdown.tsx";
import { DateRange } from "../time/date-range.tsx";
import { MonthCalendar } from "../time/month-calendar.tsx";
import { PolicyTimeline } from "../time/policy-timeline.tsx";
import { StartList, type StartListState } from "../time/start-list.tsx";
import type { Start } from "../time/start-moves.ts";
import { ZoneLabel } from "../time/zone-label.tsx";
import { Grid, Row, Specimen } from "./parts/specimen.tsx";

const OPEN = new Set(
  ["06", "09", "10", "11", "12", "15", "16", "17", "19", "20", "22", "23", "24", "26", "29", "30"]
    .map((day) => `2026-05-${day}`)
    .concat(["2026-06-02", "2026-06-20", "2026-07-04"]),
);

const STARTS: readonly Start[] = [
  { id: "2026-05-09T13:00:00Z", label: "9:00–10:00 AM", part: "Morning" },
  { id: "2026-05-09T14:00:00Z", label: "10:00–11:00 AM", part: "Morning" },
  { id: "2026-05-09T15:15:00Z", label: "11:15 AM–12:15 PM", part: "Morning" },
  { id: "2026-05-09T17:30:00Z", label: "1:30–2:30 PM", part: "Afternoon" },
  { id: "2026-05-09T19:00:00Z", label: "3:00–4:00 PM", part: "Afternoon" },
  { id: "2026-05-09T22:00:00Z", label: "6:00–7:00 PM", part: "Evening" },
  { id: "2026-05-09T23:15:00Z", label: "7:15–8:15 PM", part: "Evening" },
];

export default function TimeGallery() {
  return (
    <>
      <TimeSheet />
      <ListStates />
      <Clocks />
      <Specimen
        title="Policy timeline"
        note="An ordered list: each step says its time, what comes back and what is kept. Stripes and words carry it without color; the current step is marked."
      >
        <div className="max-w-180">
          <PolicyTimeline
            start="Sat, May 9, 10:00 AM"
            parts={[
              {
                when: "Until Fri, May 8, 10:00 AM",
                outcome: "Free",
                detail: "Nothing is charged, credit returns.",
                tone: "free",
                isNow: true,
              },
              {
                when: "Fri, May 8, 10:00 AM–10:00 PM",
                outcome: "$90.00 back as credit",
                detail: "$10.80 fee kept.",
                tone: "partial",
              },
              {
                when: "After Fri, May 8, 10:00 PM",
                outcome: "$45.00 back as credit",
                detail: "Half the lesson price.",
                tone: "late",
              },
            ]}
          />
        </div>
      </Specimen>
      <Ranges />
    </>
  );
}

function TimeSheet() {
  const [date, setDate] = useState<string | null>(null);
  const [start, setStart] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const state: StartListState =
    date === null
      ? { kind: "no-date" }
      : date === "2026-05-12"
        ? {
            kind: "none",
            message: "No 60-minute start on Tue, May 12. Next: Sat, Jun 20.",
            next: { label: "Go to Jun 20", onGo: () => setDate("2026-06-20") },
          }
        : { kind: "starts", starts: date === "2026-06-20" ? STARTS.slice(4, 5) : STARTS };
  return (
    <Specimen
      title="Month calendar and start list"
      note="One stop for Tab each. Calendar: arrows, Home, End, Page Up and Down; days without openings can be heard (“no times”) but not chosen. List: arrows, Home, End and typing a time. May 12 has no start, June 20 only one."
    >
      <Grid>
        <div>
          <MonthCalendar
            today="2026-05-05"
            last="2026-07-04"
            open={OPEN}
            value={date}
            busy={busy}
            onChange={(next) => {
              setDate(next);
              setStart(null);
            }}
          />
          <p className="mt-4 flex items-center gap-3 border-t border-line pt-4 text-14 text-muted">
            <span aria-hidden="true" className="size-5 rounded-pill bg-brand-soft" />
            Days with openings, until Jul 4.
          </p>
          <Row>
            <Button variant="secondary" size="small" onClick={() => setBusy(!busy)}>
              {busy ? "End loading" : "Show loading"}
            </Button>
          </Row>
        </div>
        <div>
          <p className="mb-3 flex items-baseline justify-between gap-4">
            <span className="text-18 font-semibold">{date ?? "No date yet"}</span>
            <ZoneLabel zone="America/New_York" />
          </p>
          <StartList label="Start times" state={state} value={start} onChange={setStart} />
          <p role="status" className="mt-2 text-14 text-muted">
            {start === null ? "No start chosen" : `Chosen: ${start}`}
          </p>
        </div>
      </Grid>
    </Specimen>
  );
}

function ListStates() {
  const states: readonly { title: string; state: StartListState }[] = [
    { title: "Loading", state: { kind: "loading" } },
    { title: "Failed", state: { kind: "failed", onRetry: () => undefined } },
    { title: "No date", state: { kind: "no-date" } },
    { title: "None", state: { kind: "none", message: "Nothing open in the next 30 days." } },
  ];
  return (
    <Specimen title="Start list, other states" note="The box keeps its size; each change is spoken once.">
      <Grid>
        {states.map(({ title, state }) => (
          <div key={title}>
            <p className="mb-2 text-14 font-semibold">{title}</p>
            <StartList label={title} state={state} value={null} onChange={() => undefined} />
          </div>
        ))}
      </Grid>
    </Specimen>
  );
}

/** Milliseconds since this page was opened: the gallery has no server's clock to agree with. */
const elapsed = () => performance.now();

function Clocks() {
  const [until, setUntil] = useState({ hold: 822_000, soon: 110_000, over: 0 });
  return (
    <>
      <Specimen
        title="Countdown"
        note="A timer that is not read out as it runs; at two minutes it is spoken once, and at the end. Red only then."
      >
        <Row>
          <Countdown until={until.hold} now={elapsed} total={900} />
          <Countdown until={until.soon} now={elapsed} total={900} />
          <Countdown until={until.over} now={elapsed} total={900} />
          <Button
            variant="secondary"
            size="small"
            onClick={() => setUntil({ ...until, hold: performance.now() + 122_000 })}
          >
            Go to 2:02
          </Button>
        </Row>
      </Specimen>
      <Specimen
        title="Zone label"
        note="The short form carries its full name for those who hear or point at it."
      >
        <Row>
          <ZoneLabel zone="America/New_York" />
          <ZoneLabel zone="America/New_York" viewerZone="America/Los_Angeles" />
          <span className="figures">
            10:00–11:00 AM <ZoneLabel zone="America/New_York" short />
          </span>
        </Row>
      </Specimen>
    </>
  );
}

function Ranges() {
  const [span, setSpan] = useState({ from: "2026-05-09", to: "2026-05-03" });
  return (
    <Specimen
      title="Date range"
      note="The system's own date fields; an end before its start is explained and nothing is undone."
    >
      <Grid>
        <DateRange label="Away" value={span} onChange={setSpan} />
        <DateRange label="Away, not open" value={{ from: "", to: "" }} onChange={() => undefined} disabled />
      </Grid>
    </Specimen>
  );
}

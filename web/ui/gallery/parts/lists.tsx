import { BellOff, CalendarCheck, CalendarX, MessageCircle, Send, Star } from "lucide-react";
import { useState } from "react";
import { formatMoney } from "../../../lib/format/money.ts";
import { Button } from "../../actions/button.tsx";
import { Banner } from "../../show/banner.tsx";
import { Breadcrumbs } from "../../show/breadcrumbs.tsx";
import { Disclosure } from "../../show/disclosure.tsx";
import { EmptyState } from "../../show/empty-state.tsx";
import { NotificationItem } from "../../show/notification-item.tsx";
import { LoadMore, Pagination } from "../../show/pagination.tsx";
import { ProgressSteps } from "../../show/progress-steps.tsx";
import {
  InstructorCardSkeleton,
  InstructorTileSkeleton,
  Loading,
  RowsSkeleton,
  TextSkeleton,
} from "../../show/skeletons.tsx";
import { StatTile } from "../../show/stat-tile.tsx";
import { StatusChip } from "../../show/status-chip.tsx";
import { type Sort, Table } from "../../show/table.tsx";
import { Tabs } from "../../show/tabs.tsx";
import { HERE } from "./sample-people.ts";
import { Grid, Specimen } from "./specimen.tsx";

/** Lists, figures and what stands around them. */
export function ListsGallery() {
  return (
    <>
      <Banners />
      <Specimen
        title="Stat tiles"
        note="A description list: the name first, then the figure, then its meaning."
      >
        <dl className="grid gap-4 md:grid-cols-3">
          <StatTile
            label="Available now"
            value="$105.60"
            note="2 lessons"
            action={<Button variant="secondary">Pay out now</Button>}
          />
          <StatTile label="On the way" value="$414.80" note="arrives Thu, May 7" />
          <StatTile
            label="Lessons"
            value="1,204"
            change={{ direction: "up", text: "12% more than in April" }}
          />
        </dl>
      </Specimen>
      <Earnings />
      <Specimen
        title="Table, loading and empty"
        note="Old rows stay while new ones load, and the region is marked busy. Nothing to show is a sentence with a way on."
      >
        <Grid>
          <Table
            caption="Payouts"
            columns={[{ key: "date", header: "Date", renderCell: (row: string) => row }]}
            rows={["Thu, May 7"]}
            rowKey={(row) => row}
            isLoading
          />
          <Table
            caption="Payouts"
            columns={[{ key: "date", header: "Date", renderCell: (row: string) => row }]}
            rows={[]}
            rowKey={(row) => row}
            empty={<EmptyState icon={Send}>Your first payout goes out on a Tuesday.</EmptyState>}
          />
        </Grid>
      </Specimen>
      <TabsSpecimen />
      <Specimen
        title="Empty state"
        note="The icon is decoration; the sentence says it all, and the action is the next stop."
      >
        <EmptyState icon={CalendarX} action={<Button variant="secondary">Find a lesson</Button>}>
          Nothing booked yet
        </EmptyState>
      </Specimen>
      <Specimen
        title="Skeletons"
        note="Shown after 150 ms with the final sizes. One status says what is loading; the shapes are silent."
      >
        <Loading label="Loading instructors">
          <Grid>
            <InstructorCardSkeleton />
            <div className="max-w-71">
              <InstructorTileSkeleton />
            </div>
            <RowsSkeleton rows={2} />
            <TextSkeleton />
          </Grid>
        </Loading>
      </Specimen>
      <Progress />
      <Specimen title="Notifications" note="Each is one link; “Unread” is said, not only bold and dotted.">
        <ul className="max-w-105 divide-y divide-line overflow-hidden rounded-card border border-line bg-card">
          <li>
            <NotificationItem
              icon={CalendarCheck}
              title="Piano is booked"
              text="Sat, May 9 · 10:00–11:00 AM ET"
              when={{ label: "2:06 PM", at: "2026-05-05T18:06:00Z" }}
              to={HERE}
              isUnread
            />
          </li>
          <li>
            <NotificationItem
              icon={MessageCircle}
              title="New message"
              text="Tap 10:15 above and it is moved. Bring the blue book, the one with the duets in it."
              when={{ label: "Mon", at: "2026-05-04T18:06:00Z" }}
              to={HERE}
              isUnread={false}
            />
          </li>
        </ul>
      </Specimen>
      <Specimen
        title="Disclosure"
        note="A native details element: Enter and Space open it, and the browser’s search finds what is folded away."
      >
        <div className="max-w-reading border-t border-line">
          <Disclosure summary="When am I charged?" group="faq" isOpen>
            The card is checked 24 hours before the lesson and charged the day after it.
          </Disclosure>
          <Disclosure summary="Can I cancel?" group="faq">
            Yes, free of charge until 24 hours before the start.
          </Disclosure>
        </div>
      </Specimen>
      <Paging />
    </>
  );
}

function Banners() {
  const [isShown, setShown] = useState(true);
  return (
    <Specimen
      title="Banner"
      note="Icon, spoken name and colour say the same. One that appears later is announced: a problem at once, the rest in turn."
    >
      <div className="flex max-w-210 flex-col gap-4">
        <Banner title="Only 3 have a start on Saturday morning.">
          Showing 9 more in Brooklyn at other times.
        </Banner>
        <Banner tone="success" title="Your week is saved." />
        <Banner tone="warning" title="Your account is paused.">
          Lessons that are booked still take place.
        </Banner>
        <Banner
          tone="danger"
          title="Your card was declined for Thursday’s tennis lesson"
          action={<Button>Use another card</Button>}
        >
          Fix it by <strong>today, 8:30 PM</strong>, or the lesson is cancelled and you pay nothing.
        </Banner>
        {isShown && (
          <Banner
            icon={BellOff}
            title="Notifications are off on this device."
            onDismiss={() => setShown(false)}
          >
            You still get e-mail.
          </Banner>
        )}
      </div>
    </Specimen>
  );
}

interface Earning {
  readonly id: string;
  readonly date: string;
  readonly day: string;
  readonly student: string;
  readonly lesson: string;
  readonly priceCents: number;
  readonly yoursCents: number;
}

const EARNINGS: readonly Earning[] = [
  {
    id: "1",
    date: "2026-05-06",
    day: "Wed, May 6",
    student: "Grace H.",
    lesson: "Piano · 60 min",
    priceCents: 8500,
    yoursCents: 7480,
  },
  {
    id: "2",
    date: "2026-05-05",
    day: "Tue, May 5",
    student: "Leo W.",
    lesson: "Piano · 60 min",
    priceCents: 9000,
    yoursCents: 7920,
  },
  {
    id: "3",
    date: "2026-04-30",
    day: "Thu, Apr 30",
    student: "Ana M.",
    lesson: "Piano · 90 min",
    priceCents: 13_500,
    yoursCents: 11_880,
  },
];

function Earnings() {
  const [sort, setSort] = useState<Sort>({ key: "date", direction: "descending" });
  const rows = EARNINGS.toSorted((a, b) => {
    const order = sort.key === "price" ? a.priceCents - b.priceCents : a.date.localeCompare(b.date);
    return sort.direction === "ascending" ? order : -order;
  });
  return (
    <Specimen
      title="Table"
      note="A caption, headers for columns and rows, sorting as buttons with aria-sort, and the new order announced. Below 768 each row is a card with named values; its roles stay those of a table."
    >
      <Table
        caption="Lessons, Apr 29 to May 6"
        sort={sort}
        onSort={setSort}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "date",
            header: "Date",
            renderCell: ({ day }) => <span className="figures">{day}</span>,
            isSortable: true,
            foot: "Total",
          },
          { key: "student", header: "Student", renderCell: ({ student }) => student },
          { key: "lesson", header: "Lesson", renderCell: ({ lesson }) => lesson },
          {
            key: "price",
            header: "Price",
            renderCell: ({ priceCents }) => formatMoney(priceCents),
            align: "end",
            isSortable: true,
            foot: "$310.00",
          },
          {
            key: "yours",
            header: "Yours",
            renderCell: ({ yoursCents }) => (
              <strong className="font-semibold">{formatMoney(yoursCents)}</strong>
            ),
            align: "end",
            foot: "$272.80",
          },
          {
            key: "state",
            header: "State",
            renderCell: () => (
              <StatusChip icon={Send} tone="brand">
                On its way
              </StatusChip>
            ),
          },
        ]}
      />
    </Specimen>
  );
}

function TabsSpecimen() {
  const [tab, setTab] = useState("upcoming");
  return (
    <Specimen title="Tabs" note="One tab stop; arrows, Home and End select, and Tab goes on into the panel.">
      <Tabs
        label="My lessons"
        items={[
          { key: "upcoming", label: "Upcoming", count: 6 },
          { key: "history", label: "History" },
          { key: "cancelled", label: "Cancelled" },
        ]}
        selected={tab}
        onSelect={setTab}
      >
        <p>Panel of {tab}</p>
      </Tabs>
    </Specimen>
  );
}

function Progress() {
  return (
    <Specimen
      title="Progress steps"
      note="The count in words, then a list whose items say their name and state; stripes and outlines tell states apart without colour."
    >
      <div className="max-w-reading">
        <ProgressSteps
          label="Setup"
          note="about 12 min of your time left"
          steps={[
            { key: "1", label: "Phone", state: "done" },
            { key: "2", label: "Identity", state: "done" },
            { key: "3", label: "Skills and prices", state: "done" },
            { key: "4", label: "Background check", state: "waiting" },
            { key: "5", label: "Payouts", state: "attention" },
            { key: "6", label: "Calendar settings", state: "current" },
            { key: "7", label: "Go live", state: "todo" },
          ]}
        />
      </div>
    </Specimen>
  );
}

function Paging() {
  const [shown, setShown] = useState(10);
  const [isLoading, setLoading] = useState(false);
  return (
    <Specimen
      title="Breadcrumbs, pages, load more"
      note="Navigation with names; the current page is marked, and at either end the way on is absent. The count is a status, so loading more is heard."
    >
      <Breadcrumbs
        parents={[
          { label: "Music", to: HERE },
          { label: "Piano", to: "#section-overlay" },
        ]}
        current="Sarah C."
      />
      <div className="mt-4 flex flex-col gap-6">
        <Pagination label="Results" page={5} pageCount={12} hrefFor={() => HERE} />
        <Pagination label="First results" page={1} pageCount={3} hrefFor={() => HERE} />
        <LoadMore
          shown={shown}
          total={24}
          noun="lessons"
          isLoading={isLoading}
          onLoad={() => {
            setLoading(true);
            setTimeout(() => {
              setLoading(false);
              setShown((count) => Math.min(count + 10, 24));
            }, 600);
          }}
        />
      </div>
      <p className="mt-6 inline-flex items-center gap-2 text-14 text-muted">
        <Star size={16} strokeWidth={1.75} aria-hidden="true" />
        Order by the server, ten at a time.
      </p>
    </Specimen>
  );
}

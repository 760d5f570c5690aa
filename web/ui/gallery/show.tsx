import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { FavouriteButton } from "../actions/favourite-button.tsx";
import { TextLink } from "../actions/text-link.tsx";
import { CategoryTabs } from "../show/category-tabs.tsx";
import { Chip } from "../show/chip.tsx";
import { InstructorCard } from "../show/instructor-card.tsx";
import { InstructorCompact } from "../show/instructor-compact.tsx";
import { InstructorTile } from "../show/instructor-tile.tsx";
import { LESSON_STATUSES, LessonStatusChip } from "../show/lesson-status.tsx";
import { Avatar } from "../show/avatar.tsx";
import { CheckedMark, Mark } from "../show/mark.tsx";
import { HourlyPrice, Price } from "../show/price.tsx";
import { PriceLines } from "../show/price-lines.tsx";
import { Rating } from "../show/rating.tsx";
import { ServicePillList } from "../show/service-pill.tsx";
import { StarRatingInput } from "../show/star-rating-input.tsx";
import { LessonsGallery } from "./parts/lessons.tsx";
import { ListsGallery } from "./parts/lists.tsx";
import { HERE, SAMPLE_CARD, SAMPLE_DAY, SAMPLE_FULL_CARD, SAMPLE_NEW_CARD } from "./parts/sample-people.ts";
import { Grid, Row, Specimen } from "./parts/specimen.tsx";

export default function ShowGallery() {
  return (
    <>
      <Cards />
      <Categories />
      <Specimen
        title="Chip"
        note="The cross says what it removes. The words can be a link of their own, with the cross as a second target."
      >
        <Row>
          <Chip label="Piano" onRemove={HERE} />
          <Chip label="Up to $90/hr" onRemove={() => undefined} />
          <Chip label="Brooklyn" />
          <Chip
            label="spanish tutor online under 70"
            tone="outline"
            icon={ArrowRight}
            to={HERE}
            onRemove={() => undefined}
          />
          <Chip label="SAT prep this weekend" tone="outline" to={HERE} />
        </Row>
      </Specimen>
      <Specimen
        title="Marks and status chips"
        note="Always a word; an icon alone carries its word for screen readers. Colour appears only where something differs from normal."
      >
        <Row>
          <Mark kind="background_checked" />
          <Mark kind="identity_verified" />
          <Mark kind="founding" />
          <Mark kind="founding" short />
          <Mark kind="new" />
          <CheckedMark />
        </Row>
        <Row>
          {LESSON_STATUSES.map((status) => (
            <LessonStatusChip key={status} status={status} />
          ))}
        </Row>
      </Specimen>
      <Ratings />
      <Prices />
      <Specimen
        title="Avatar"
        note="A photo carries the person’s name; initials are decoration, because the name stands beside them. A photo that fails becomes initials."
      >
        <Row>
          {([24, 28, 36, 44, 56, 88] as const).map((size, at) => (
            <Avatar key={size} size={size} name="Sarah C." tintKey={String(at)} photoUrl={null} />
          ))}
          <Avatar size={56} name="Ana M." tintKey="6" photoUrl={null} />
          <Avatar size={56} name="Leo W." tintKey="7" photoUrl={null} />
          <Avatar size={56} name="" photoUrl={null} />
        </Row>
      </Specimen>
      <LessonsGallery />
      <ListsGallery />
    </>
  );
}

function Cards() {
  const [kept, setKept] = useState(false);
  const today = Temporal.PlainDate.from(SAMPLE_DAY);
  const favourite = (variant: "quiet" | "plate") => (
    <FavouriteButton name="Sarah C." pressed={kept} onChange={setKept} variant={variant} />
  );
  return (
    <>
      <Specimen
        title="Instructor card, row"
        note="The name is the link and covers the card; starts and favorite lie above it and keep their own focus. Without three reviews it says “New” instead of a rating."
      >
        <div className="flex max-w-202 flex-col gap-4">
          {[SAMPLE_CARD, SAMPLE_NEW_CARD, SAMPLE_FULL_CARD].map((card) => (
            <InstructorCard
              key={card.instructor.id}
              card={card}
              today={today}
              profileHref={HERE}
              startHref={() => HERE}
              favourite={favourite("quiet")}
              isHighlighted={card === SAMPLE_CARD}
            />
          ))}
        </div>
      </Specimen>
      <Specimen
        title="Instructor card, tile"
        note="For rows that scroll sideways on phones. The service is the title and the link."
      >
        <div className="-mx-4 flex snap-x scroll-px-4 gap-4 overflow-x-auto px-4 pb-2 md:mx-0 md:grid md:grid-cols-2 md:gap-6 md:px-0 lg:grid-cols-4">
          {[SAMPLE_CARD, SAMPLE_NEW_CARD, SAMPLE_FULL_CARD].map((card, at) => (
            <div key={card.instructor.id} className="w-71 shrink-0 snap-start md:w-auto">
              <InstructorTile
                card={card}
                to={HERE}
                opening={{ start_time: "14:45", isNow: at === 0 }}
                favourite={favourite("plate")}
              />
            </div>
          ))}
        </div>
      </Specimen>
      <Specimen
        title="Instructor card, compact"
        note="The price is the link that books; its name says service, person, time and amount."
      >
        <div className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
          {[SAMPLE_CARD, SAMPLE_NEW_CARD].map((card) => (
            <InstructorCompact
              key={card.instructor.id}
              card={card}
              today={today}
              profileHref={HERE}
              start={{ date: "2026-05-16", start_time: "10:00" }}
              startHref={HERE}
              reason="Your usual time is open"
            />
          ))}
        </div>
      </Specimen>
    </>
  );
}

const CATEGORIES = [
  { slug: "music", name: "Music", subtitle: "Instruments, Voice, Theory", icon: "music" },
  { slug: "tutoring", name: "Tutoring", subtitle: "Elementary to Test Prep", icon: "book-open" },
  {
    slug: "sports-fitness",
    name: "Sports & Fitness",
    subtitle: "Sports, Fitness & Wellness",
    icon: "trophy",
  },
  { slug: "languages", name: "Languages", subtitle: "World Languages & ESL", icon: "globe" },
  { slug: "arts", name: "Arts", subtitle: "Visual, Performing & Dance", icon: "palette" },
  { slug: "kids", name: "Kids", subtitle: "Infant, Toddler, Preteen", icon: "baby" },
  {
    slug: "hidden-gems",
    name: "Hidden Gems",
    subtitle: "Unique Skills & Life Coaching",
    icon: "unknown-key",
  },
] as const;

const PILLS = ["Piano", "Guitar", "Violin", "Singing", "Drums", "Ukulele", "Music Production"];

function Categories() {
  const [selected, setSelected] = useState("music");
  const name = CATEGORIES.find(({ slug }) => slug === selected)?.name ?? "";
  return (
    <Specimen
      title="Category tabs and service pills"
      note="A tab list with one tab stop: arrows, Home and End select, and the panel follows in the tab order. On phones the row scrolls and pills become rows of 52."
    >
      <CategoryTabs label="Categories" categories={CATEGORIES} selected={selected} onSelect={setSelected}>
        <ServicePillList
          services={PILLS.map((pill) => ({ id: pill, name: pill, to: HERE }))}
          more={{ label: `More in ${name}`, to: HERE }}
        />
      </CategoryTabs>
    </Specimen>
  );
}

function Ratings() {
  const [stars, setStars] = useState<number | null>(null);
  return (
    <Specimen
      title="Star rating"
      note="Read: the number and the count as a sentence. Written: five radio buttons with words; arrows choose, and the stars are only their picture."
    >
      <Row>
        <Rating value={4.9} count={38} />
        <Rating value={5} count={1204} />
        <Rating value={4.9} count={38} showCount={false} />
        <Rating value={5} count={2} />
      </Row>
      <div className="mt-6">
        <Grid>
          <StarRatingInput legend="How was the lesson?" name="stars" value={stars} onChange={setStars} />
          <StarRatingInput legend="Sent" name="stars-sent" value={4} onChange={() => undefined} disabled />
          <StarRatingInput
            legend="How was the lesson?"
            name="stars-error"
            value={null}
            onChange={() => undefined}
            error="Choose one to five stars."
          />
        </Grid>
      </div>
    </Specimen>
  );
}

const LINES = [
  { kind: "lesson", label: "Lesson (60 min)", amount_cents: 9000 },
  { kind: "student_fee", label: "Booking Protection (12%)", amount_cents: 1080 },
  { kind: "credit", label: "Credit", amount_cents: -2500 },
];
const TOTAL = { label: "Total", amount_cents: 7580 };

function Prices() {
  return (
    <Specimen
      title="Price and price lines"
      note="A list of names and amounts, exactly as the server sent them. While a new quote loads, amounts say “Updating”. A struck price begins with “Before”."
    >
      <Row>
        <Price cents={9520} size={30} note="60 min, incl. fee" />
        <Price cents={8000} beforeCents={9520} />
        <span className="text-14">
          <HourlyPrice cents={8500} note="Studio" />
        </span>
      </Row>
      <div className="mt-6">
        <Grid>
          <PriceLines lines={LINES} total={TOTAL} />
          <PriceLines lines={LINES} total={TOTAL} isLoading />
        </Grid>
      </div>
      <p className="mt-6">
        <TextLink to={HERE} standalone>
          What is booking protection?
        </TextLink>
      </p>
    </Specimen>
  );
}

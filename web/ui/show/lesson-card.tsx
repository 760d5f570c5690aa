import { Clock, Hourglass, Lock, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Avatar } from "./avatar.tsx";
import { DateTile } from "./date-tile.tsx";
import { FormatIcon, type LessonFormat } from "./lesson-format.tsx";
import { type LessonStatus, LessonStatusChip } from "./lesson-status.tsx";
import { type PersonData, personName } from "./person.ts";
import { Price } from "./price.tsx";
import { Rating } from "./rating.tsx";

/** A lesson of one's list; texts that state money or deadlines are the server's. */
export interface LessonCardData {
  readonly id: string;
  readonly service_name: string;
  readonly status: LessonStatus;
  /** `YYYY-MM-DD` where the lesson is. */
  readonly date: string;
  readonly other_person: PersonData;
  readonly rating: number | null;
  readonly review_count: number;
  readonly location_type: LessonFormat;
  /** "Your home, Park Slope" */
  readonly place: string;
  readonly total_cents: number;
  /** "incl. $10.80 fee" */
  readonly total_note: string | null;
}

export interface LessonCardProps {
  readonly lesson: LessonCardData;
  /** "Sat, May 9 · 10:00–11:00 AM ET" */
  readonly when: string;
  readonly to: string;
  readonly isToday?: boolean;
  /** What can still be done until when, or what came of it. */
  readonly foot?: LessonFoot;
  /** Buttons, the main one last. They share the width on phones. */
  readonly actions?: ReactNode;
}

export interface LessonFoot {
  readonly kind: keyof typeof FEET;
  readonly text: ReactNode;
}

const FEET = {
  free: { icon: Clock, tone: "text-muted" },
  closed: { icon: Lock, tone: "text-muted" },
  urgent: { icon: Hourglass, tone: "text-danger" },
} satisfies Record<string, { icon: LucideIcon; tone: string }>;

/** A lesson with the other person, place, price and what can be done now. */
export function LessonCard({ lesson, when, to, isToday = false, foot, actions }: LessonCardProps) {
  const name = personName(lesson.other_person);
  return (
    <article className="flex min-w-0 gap-5 rounded-card border border-line bg-card p-4 shadow-card md:p-5">
      <span className="hidden md:block">
        <DateTile date={lesson.date} isToday={isToday} />
      </span>
      <div className="min-w-0 grow">
        <div className="flex items-start gap-4">
          <div className="min-w-0 grow">
            <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 md:justify-start">
              <h3 className="text-18 font-semibold tracking-[-0.01em]">
                <Link to={to} className="rounded-control hover:underline">
                  {lesson.service_name}
                </Link>
              </h3>
              <LessonStatusChip status={lesson.status} />
            </div>
            <p className="figures mt-1 font-medium">{when}</p>
          </div>
          <div className="hidden shrink-0 md:block">
            <LessonPrice lesson={lesson} />
          </div>
        </div>
        <div className="mt-2 flex items-end justify-between gap-3 md:mt-3">
          <div className="flex min-w-0 flex-col gap-2 text-14 md:flex-row md:flex-wrap md:items-center md:gap-x-3">
            <span className="flex items-center gap-2">
              <Avatar
                name={name}
                tintKey={lesson.other_person.id}
                photoUrl={lesson.other_person.photo_url}
                size={28}
              />
              <span className="font-medium">{name}</span>
              <Rating value={lesson.rating} count={lesson.review_count} />
            </span>
            <span className="flex min-w-0 items-center gap-2 text-muted md:border-s md:border-line md:ps-3">
              <span className="grid w-7 shrink-0 place-items-center md:w-auto">
                <FormatIcon format={lesson.location_type} isQuiet />
              </span>
              <span className="min-w-0 truncate">{lesson.place}</span>
            </span>
          </div>
          <div className="shrink-0 md:hidden">
            <LessonPrice lesson={lesson} />
          </div>
        </div>
        {(foot || actions) && <Foot {...(foot && { foot })}>{actions}</Foot>}
      </div>
    </article>
  );
}

function LessonPrice({ lesson }: { readonly lesson: LessonCardData }) {
  return (
    <p className="text-end">
      <Price cents={lesson.total_cents} size={20} />
      {lesson.total_note && <span className="block text-12 text-muted">{lesson.total_note}</span>}
    </p>
  );
}

function Foot({ foot, children }: { readonly foot?: LessonFoot; readonly children: ReactNode }) {
  const look = foot && FEET[foot.kind];
  return (
    <div className="mt-4 flex flex-col gap-3 border-t border-line pt-3 lg:flex-row lg:items-center lg:justify-between">
      {foot && look && (
        <p className={`flex items-start gap-2 text-14 ${look.tone}`}>
          <look.icon size={16} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0" />
          <span className="figures">{foot.text}</span>
        </p>
      )}
      {children && (
        <div className="flex gap-2 max-xs:flex-wrap max-md:*:px-3 max-md:[&>*:not(.size-11)]:grow lg:ms-auto lg:shrink-0 lg:justify-end">
          {children}
        </div>
      )}
    </div>
  );
}

import { formatDate } from "./date.ts";
import { formatZone } from "./zone.ts";

type Clock = { readonly hour: number; readonly minute: number };

/** "9:00 AM"; noon is 12:00 PM and midnight 12:00 AM. */
export function formatTime(time: Clock): string {
  return `${clockFace(time)} ${half(time)}`;
}

/** "10:00–11:00 AM", "11:30 AM–12:30 PM". */
export function formatTimeRange(start: Clock, end: Clock): string {
  return half(start) === half(end)
    ? `${clockFace(start)}–${formatTime(end)}`
    : `${formatTime(start)}–${formatTime(end)}`;
}

export interface LessonTime {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  /** IANA zone of the lesson. */
  readonly zone: string;
  readonly isOnline: boolean;
}

export interface Viewer {
  readonly zone: string;
  readonly now: Temporal.Instant;
}

/** When a lesson is: `main` always, `other` only where the viewer's clock shows another time. */
export interface LessonTimeText {
  readonly main: string;
  readonly other: string | null;
}

/**
 * "Sat, May 9 · 10:00–11:00 AM ET". The lesson's zone comes first in person, the viewer's online (design §6.6); the other
 * one follows when its clocks differ at that time.
 */
export function formatLessonTime(lesson: LessonTime, viewer: Viewer): LessonTimeText {
  const there = textIn(lesson.zone, lesson, viewer);
  const here = textIn(viewer.zone, lesson, viewer);
  const same =
    lesson.start.toZonedDateTimeISO(lesson.zone).offsetNanoseconds ===
    lesson.start.toZonedDateTimeISO(viewer.zone).offsetNanoseconds;
  if (same) return { main: there, other: null };
  return lesson.isOnline ? { main: here, other: there } : { main: there, other: here };
}

/** Whole minutes as a lesson's length: "60 min". */
export function formatMinutes(minutes: number): string {
  return `${minutes} min`;
}

/** Time left: "43 h 50 min", "2 h", "5 min"; whole minutes, never below zero. */
export function formatTimeLeft(left: Temporal.Duration): string {
  const minutes = Math.max(0, Math.floor(left.total({ unit: "minutes" })));
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

function textIn(zone: string, { start, end }: LessonTime, { now }: Viewer): string {
  const from = start.toZonedDateTimeISO(zone);
  const to = end.toZonedDateTimeISO(zone);
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return `${formatDate(from, today)} · ${formatTimeRange(from, to)} ${formatZone(from)}`;
}

function clockFace({ hour, minute }: Clock): string {
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, "0")}`;
}

function half({ hour }: Clock): "AM" | "PM" {
  return hour < 12 ? "AM" : "PM";
}

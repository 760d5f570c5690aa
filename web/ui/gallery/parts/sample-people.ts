import type { InstructorCardData } from "../../show/instructor-card.tsx";
import type { LessonCardData } from "../../show/lesson-card.tsx";

/** Where the links of the gallery lead. */
export const HERE = "#section-show";

export const SAMPLE_DAY = "2026-05-05";

const START = { date: "2026-05-09", start_time: "10:00" };

export const SAMPLE_CARD: InstructorCardData = {
  instructor: { id: "1", first_name: "Sarah", last_initial: "C", photo_url: null },
  is_background_checked: true,
  is_founding_instructor: true,
  service_name: "Piano",
  service_detail: "Kids 5–12 · beginner to intermediate",
  rating: 4.9,
  review_count: 38,
  neighborhood: "Park Slope",
  location_types: ["instructor_location", "student_location", "online"],
  total_cents: 9520,
  duration_minutes: 60,
  hourly_cents: 8500,
  hourly_location_type: "instructor_location",
  next_starts: [
    { date: "2026-05-09", start_time: "09:00" },
    START,
    { date: "2026-05-09", start_time: "11:15" },
  ],
};

export const SAMPLE_NEW_CARD: InstructorCardData = {
  ...SAMPLE_CARD,
  instructor: { id: "2", first_name: "Maximiliana-Theodora", last_initial: "W", photo_url: null },
  is_founding_instructor: false,
  service_name: "Music Production and Recording",
  service_detail: "Adults · all levels · your own laptop and headphones needed",
  rating: null,
  review_count: 1,
  neighborhood: "Prospect Lefferts Gardens",
  location_types: ["online"],
  total_cents: 112_000,
  hourly_cents: 100_000,
  hourly_location_type: "online",
  next_starts: [START, { date: "2026-05-11", start_time: "12:30" }],
};

export const SAMPLE_FULL_CARD: InstructorCardData = {
  ...SAMPLE_CARD,
  instructor: { id: "3", first_name: "Tomás", last_initial: "G", photo_url: null },
  is_founding_instructor: false,
  rating: 4.8,
  review_count: 21,
  neighborhood: "Cobble Hill",
  location_types: ["student_location", "online"],
  hourly_location_type: "student_location",
  next_starts: [],
};

export const SAMPLE_LESSON: LessonCardData = {
  id: "1",
  service_name: "Piano",
  status: "upcoming",
  date: "2026-05-09",
  other_person: SAMPLE_CARD.instructor,
  rating: 4.9,
  review_count: 38,
  location_type: "student_location",
  place: "Your home, Park Slope",
  total_cents: 7580,
  total_note: "after $25.00 credit",
};

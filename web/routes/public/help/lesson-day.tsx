import type { ArticleSection } from "../../../features/content/article-section.ts";
import { HelpArticle } from "../../../features/content/help-article.tsx";
import { TextLink } from "../../../ui/actions/text-link.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "reminders",
    title: "Reminders",
    body: (
      <p>
        Both of you are reminded 24 hours and 1 hour before, with the place or the way to join. E-mail and
        push are on unless you switch them off; text messages only when you have verified a phone and asked
        for them.
      </p>
    ),
  },
  {
    id: "place",
    title: "The address",
    body: (
      <p>
        You see the full address as soon as the lesson is confirmed, with a link to the map, and until 24
        hours after its end. Before and after that there is only the neighborhood, for both of you.
      </p>
    ),
  },
  {
    id: "online",
    title: "Joining online",
    body: (
      <p>
        Open the lesson in My lessons. The Join button works from 5 minutes before the start until the lesson
        ends. The link to the room is never in an e-mail or a calendar file, so forwarding those gives nothing
        away.
      </p>
    ),
  },
  {
    id: "zone",
    title: "Which time zone",
    body: (
      <p>
        Every time has its zone next to it. In-person lessons show the zone of the lesson, online lessons show
        yours first; where the two differ you see both. A clock change in between does not move your lesson.
      </p>
    ),
  },
  {
    id: "calendar",
    title: "Your calendar",
    body: (
      <p>
        Add the lesson from the confirmation or from My lessons. If it is moved or cancelled, add the new file
        and the entry is replaced.
      </p>
    ),
  },
  {
    id: "late",
    title: "Someone is late",
    body: (
      <p>
        Write to each other in the lesson’s conversation. If your instructor does not come at all,{" "}
        <TextLink to="/help/no-shows-and-problems">report a no-show</TextLink>: you can do so from the start.
      </p>
    ),
  },
];

export default function LessonDay() {
  return (
    <HelpArticle
      slug="lesson-day"
      sections={SECTIONS}
      related={["no-shows-and-problems", "move-a-lesson", "reviews-and-tips"]}
    />
  );
}

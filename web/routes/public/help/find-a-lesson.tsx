import type { ArticleSection } from "../../../features/content/article-section.ts";
import { HelpArticle } from "../../../features/content/help-article.tsx";
import { TextLink } from "../../../ui/actions/text-link.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "search",
    title: "Search in your own words",
    body: (
      <>
        <p>
          Type what you want as you would say it: “piano for my 8 year old, Saturday morning in Brooklyn,
          under 90”. You see what was understood as chips: Piano, Kids, Sat, Morning, Brooklyn, up to $90.
          Remove a chip and the results change at once.
        </p>
        <p>
          When nothing fits everything, you are told which single wish to drop and how many instructors that
          brings back. Results that miss one of your wishes stand under a heading of their own, never between
          the others.
        </p>
      </>
    ),
  },
  {
    id: "browse",
    title: "Browse the catalog",
    body: (
      <p>
        <TextLink to="/services">All services</TextLink> lists every subject in seven categories, on one page.
        This works today.
      </p>
    ),
  },
  {
    id: "card",
    title: "What a result tells you",
    body: (
      <ul>
        <li>The next starts that are open for that lesson. Each can be booked.</li>
        <li>The total for the length you chose, fee included, with the hourly rate beneath it.</li>
        <li>The neighborhood, and the distance when you said where.</li>
        <li>The rating, once there are three reviews. Before that it says “New”.</li>
        <li>Marks that we check ourselves: background checked, ID verified, Founding instructor.</li>
      </ul>
    ),
  },
  {
    id: "where",
    title: "Where lessons take place",
    body: (
      <>
        <p>An instructor offers one or more of these, each with its own price:</p>
        <ul>
          <li>
            <strong>Online</strong>, by video.
          </li>
          <li>
            <strong>At your place</strong>, if it lies in the area that they travel to.
          </li>
          <li>
            <strong>At their place</strong>, such as a studio. You see the neighborhood before you book and
            the address after.
          </li>
          <li>
            <strong>Somewhere public</strong>, such as a park or a library.
          </li>
        </ul>
      </>
    ),
  },
  {
    id: "order",
    title: "How results are ordered",
    body: (
      <p>
        By how well they fit your words, reviews, distance, price, recent activity and how complete the
        profile is. Nobody can pay for a place. <TextLink to="/trust#ranking">How we rank</TextLink> has the
        weights and the one boost there is.
      </p>
    ),
  },
];

export default function FindALesson() {
  return (
    <HelpArticle
      slug="find-a-lesson"
      sections={SECTIONS}
      related={["book-a-lesson", "what-a-lesson-costs", "message-an-instructor"]}
    />
  );
}

import { Article } from "../../features/content/article.tsx";
import type { ArticleSection } from "../../features/content/article-section.ts";
import { PlainTable } from "../../features/content/plain-table.tsx";
import { UnderConstruction } from "../../features/content/notices.tsx";
import { ButtonLink } from "../../ui/actions/button-link.tsx";
import { TextLink } from "../../ui/actions/text-link.tsx";
import { Wordmark } from "../../ui/wordmark.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "what",
    title: "What it is",
    body: (
      <>
        <p>
          <Wordmark plain /> is a place to book private lessons in New York City: music, school subjects,
          sports, languages, arts, lessons for small children, and some things you would not think of.
        </p>
        <p>
          You say what you want to learn. You see starts that are open, each with its total. You book one, and
          it is yours at once: the instructor has already said yes by opening that hour.
        </p>
      </>
    ),
  },
  {
    id: "today",
    title: "What works today",
    body: (
      <>
        <PlainTable
          caption="State of the site"
          isCaptionHidden
          headers={["Part", "State"]}
          rows={[
            ["Browsing the catalog by category and service", "Works"],
            ["How it works, help and draft policies", "Work: you can read them all"],
            ["Search", "Not open yet"],
            ["Accounts, for students and instructors", "Not open yet"],
            ["Booking, paying, messages, reviews", "Not open yet"],
          ]}
        />
        <p>
          There are no instructors on the site yet. So you see no profiles, no ratings and no counters, rather
          than made-up ones.
        </p>
        <p>
          If you write software, the{" "}
          <TextLink to="/docs" reloadDocument>
            API documentation
          </TextLink>{" "}
          is public.
        </p>
      </>
    ),
  },
  {
    id: "promises",
    title: "What we hold ourselves to",
    body: (
      <dl>
        <dt>One booking for one start</dt>
        <dd>Two people can want the same hour. The database itself refuses the second one.</dd>
        <dt>One total</dt>
        <dd>The price with the fee is the first price you see, and the one you pay.</dd>
        <dt>Deadlines before decisions</dt>
        <dd>You see what cancelling costs, to the cent, before you cancel.</dd>
        <dt>Nothing made up</dt>
        <dd>No invented people, reviews, counters or countdowns. What we don’t know we don’t show.</dd>
        <dt>For everyone</dt>
        <dd>
          With a keyboard, a screen reader, a small phone or no scripts: see{" "}
          <TextLink to="/legal/accessibility">accessibility</TextLink>.
        </dd>
      </dl>
    ),
  },
];

export default function About() {
  return (
    <Article
      title="About us"
      path="/about"
      description="What iNSTAiNSTRU is, what works today, and what is not open yet: accounts, search and booking."
      lead="Private lessons in New York City, booked on the spot. We are still building it."
      notice={<UnderConstruction />}
      sections={SECTIONS}
      after={
        <div className="flex flex-wrap gap-3">
          <ButtonLink to="/services">Browse all services</ButtonLink>
          <ButtonLink to="/how-it-works" variant="secondary">
            How it works
          </ButtonLink>
        </div>
      }
    />
  );
}

import type { ArticleSection } from "../../../features/content/article-section.ts";
import { HelpArticle } from "../../../features/content/help-article.tsx";
import { PlainTable } from "../../../features/content/plain-table.tsx";
import { TextLink } from "../../../ui/actions/text-link.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "danger",
    title: "In danger, call 911 first",
    body: (
      <p>
        We can hold a payment and close an account. We can’t send help. If you or someone else is in danger,
        leave, and call 911.
      </p>
    ),
  },
  {
    id: "when",
    title: "When you can report",
    body: (
      <p>
        From the start of the lesson until 24 hours after its end. From that moment the payment is frozen:
        nothing is charged and nobody is paid until it is settled. There is one open report for a lesson at a
        time.
      </p>
    ),
  },
  {
    id: "no-show",
    title: "A no-show",
    body: (
      <>
        <p>
          The other person is told and has 24 hours to disagree. If they don’t, the report stands. If they do,
          a person on our side looks at what both of you say and decides.
        </p>
        <PlainTable
          caption="What a confirmed no-show means"
          headers={["Who did not come", "The student", "The instructor"]}
          rows={[
            ["The instructor", "Pays nothing; fee and credit come back", "Is not paid"],
            ["The student", "Is charged in full", "Is paid in full"],
            ["Both", "Pays nothing; fee and credit come back", "Is not paid"],
          ]}
        />
        <p>
          If the report turns out to be wrong, the lesson counts as completed, with the usual charge and pay.
        </p>
      </>
    ),
  },
  {
    id: "problem",
    title: "Another problem",
    body: (
      <>
        <p>
          Late, ended early, online trouble, something that felt unsafe, a wrong charge: choose what it was,
          say what happened and what would put it right. Either side can do this.
        </p>
        <p>
          A person decides: the lesson is charged as booked, or part of it is refunded, or all of it, the fee
          included.
        </p>
      </>
    ),
  },
  {
    id: "no-report",
    title: "If nobody reports anything",
    body: (
      <p>
        24 hours after its end the lesson counts as completed and is{" "}
        <TextLink to="/help/when-you-are-charged">charged</TextLink>. So please report in time, also when your
        instructor has already marked the lesson complete.
      </p>
    ),
  },
];

export default function NoShowsAndProblems() {
  return (
    <HelpArticle
      slug="no-shows-and-problems"
      sections={SECTIONS}
      related={["cancel-a-lesson", "when-you-are-charged", "lesson-day"]}
    />
  );
}

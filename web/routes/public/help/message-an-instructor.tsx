import type { ArticleSection } from "../../../features/content/article-section.ts";
import { HelpArticle } from "../../../features/content/help-article.tsx";
import { TextLink } from "../../../ui/actions/text-link.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "free",
    title: "Writing is free",
    body: (
      <p>
        You can write to an instructor before you book, without a card and without a subscription. You choose
        who you write to; your question goes to nobody else. You need an account, so that a reply can reach
        you.
      </p>
    ),
  },
  {
    id: "hidden",
    title: "Why contact details are hidden",
    body: (
      <>
        <p>
          Until the two of you have a confirmed lesson, e-mail addresses, phone numbers, links and payment
          handles in messages show as “[contact hidden]”. After that they are not hidden any more.
        </p>
        <p>
          It keeps strangers from collecting addresses, and it keeps your lesson where the cancellation policy
          and a refund can reach it. The hidden words are kept encrypted for 30 days, for moderation only.
        </p>
      </>
    ),
  },
  {
    id: "edit",
    title: "Edit, delete, react",
    body: (
      <p>
        A message has up to 1,000 characters. You can edit or delete your own for 5 minutes; edited ones say
        so. You see when a message was delivered and read. There are no attachments at launch.
      </p>
    ),
  },
  {
    id: "report",
    title: "Report a message",
    body: (
      <p>
        Choose Report in the menu of the message. A person reads the reported part of the conversation and
        decides. If it is about a lesson, see{" "}
        <TextLink to="/help/no-shows-and-problems">no-shows and other problems</TextLink>.
      </p>
    ),
  },
];

export default function MessageAnInstructor() {
  return (
    <HelpArticle
      slug="message-an-instructor"
      sections={SECTIONS}
      related={["book-a-lesson", "lesson-day", "no-shows-and-problems"]}
    />
  );
}

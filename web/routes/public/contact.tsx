import { Article } from "../../features/content/article.tsx";
import type { ArticleSection } from "../../features/content/article-section.ts";
import { SiteStatus } from "../../features/content/notices.tsx";
import { TextLink } from "../../ui/actions/text-link.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "today",
    title: "Today: no support desk",
    body: (
      <>
        <p>
          There is no e-mail address, phone number or form to write to yet. We would rather say so than show
          an address that nobody reads. Nobody can have an account or a booking today, so there is nothing
          that could need help before a desk exists.
        </p>
        <p>
          The <TextLink to="/help">help articles</TextLink> answer how things will work, with amounts and
          deadlines.
        </p>
      </>
    ),
  },
  {
    id: "launch",
    title: "When booking opens",
    body: (
      <>
        <p>Before the first booking, this page gets a way to reach a person. Besides that:</p>
        <ul>
          <li>A lesson has its own Report button, with everything about the lesson attached.</li>
          <li>Your instructor is reached in your conversation with them.</li>
          <li>Problems with a page show a support code; it lets us find what happened.</li>
        </ul>
      </>
    ),
  },
  {
    id: "danger",
    title: "In danger",
    body: <p>Call 911. A website is not the place to get help in an emergency.</p>,
  },
];

export default function Contact() {
  return (
    <Article
      title="Contact"
      path="/contact"
      description="There is no support desk yet. What that means today, where answers are, and how you reach us once booking opens."
      lead="You can’t reach us yet. Here is what that means, and where the answers are."
      notice={<SiteStatus />}
      sections={SECTIONS}
    />
  );
}

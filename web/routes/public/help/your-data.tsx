import type { ArticleSection } from "../../../features/content/article-section.ts";
import { HelpArticle } from "../../../features/content/help-article.tsx";
import { TextLink } from "../../../ui/actions/text-link.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "who-sees",
    title: "What others see of you",
    body: (
      <p>
        Your first name and the first letter of your last name. Never your e-mail address, phone number, ZIP
        code or home address; the one exception is the place of a confirmed lesson, which both of you see
        until 24 hours after it. The map shows studios 150 to 300 meters away from where they are.
      </p>
    ),
  },
  {
    id: "settings",
    title: "What you can switch off",
    body: (
      <p>
        Analytics, personal suggestions and marketing are off until you say yes, and you can take it back. If
        your browser sends Global Privacy Control, that is a no. You can look at your search history, delete
        from it, or stop keeping it.
      </p>
    ),
  },
  {
    id: "export",
    title: "Get a copy",
    body: (
      <p>
        Ask for it in your privacy settings. You get a ZIP file with everything we hold about you, usually
        within 15 minutes; the link works for 7 days. You confirm that it is you first.
      </p>
    ),
  },
  {
    id: "delete",
    title: "Delete your account",
    body: (
      <>
        <p>You choose one of two ways; both end the account.</p>
        <ul>
          <li>
            <strong>Delete:</strong> you have 7 days to change your mind, with the link that we mail you. Then
            the text of your messages and reviews is removed too.
          </li>
          <li>
            <strong>Anonymize:</strong> at once. What you wrote stays, under “Former student” or “Deleted
            User”.
          </li>
        </ul>
        <p>
          It is not possible while you have lessons ahead, an open dispute or money on the way; the page lists
          what is in the way. Credit you have left is lost.
        </p>
      </>
    ),
  },
  {
    id: "kept",
    title: "What has to stay",
    body: (
      <p>
        Payments for 7 years and background-check records for 5 years, because the law asks for them; bookings
        without notes and addresses. The <TextLink to="/legal/privacy">privacy notice</TextLink> has the whole
        list.
      </p>
    ),
  },
];

export default function YourData() {
  return (
    <HelpArticle
      slug="your-data"
      sections={SECTIONS}
      related={["account-security", "message-an-instructor", "find-a-lesson"]}
    />
  );
}

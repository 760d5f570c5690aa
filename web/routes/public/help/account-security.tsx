import type { ArticleSection } from "../../../features/content/article-section.ts";
import { HelpArticle } from "../../../features/content/help-article.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "sign-up",
    title: "Creating an account",
    body: (
      <p>
        You confirm your e-mail address with a 6-digit code, which works for 5 minutes. Then come your name, a
        password and your ZIP code. A student account and an instructor account are different accounts.
      </p>
    ),
  },
  {
    id: "password",
    title: "Your password",
    body: (
      <>
        <p>
          8 to 128 characters with an upper-case letter, a lower-case letter and a digit, not one of the
          10,000 most common ones and not your e-mail address. Pasting and password managers work.
        </p>
        <p>
          Forgot it? Ask for a link; it works once, for an hour. When you change your password every other
          device is signed out, and we write to you.
        </p>
      </>
    ),
  },
  {
    id: "second-factor",
    title: "A second step",
    body: (
      <>
        <p>Switch on either of these in your security settings:</p>
        <ul>
          <li>
            <strong>An authenticator app</strong>, with a 6-digit code. You can trust a browser for 30 days.
          </li>
          <li>
            <strong>A passkey</strong>, with your fingerprint, face or device PIN. It signs you in alone.
          </li>
        </ul>
        <p>With the first of them you get 10 backup codes, shown once. Keep them where you will find them.</p>
      </>
    ),
  },
  {
    id: "failed",
    title: "After failed attempts",
    body: (
      <p>
        From the third failed attempt within an hour you are asked to show that you are no robot. After the
        fifth, signing in pauses for 30 seconds; after the tenth for 5 minutes, after the fifteenth for 30,
        after the twentieth for an hour. The page says how long is left.
      </p>
    ),
  },
  {
    id: "devices",
    title: "Your devices",
    body: (
      <p>
        Security settings list where you are signed in. End one session or all of them. A sign-in from a
        device we have not seen sends you a message. You stay signed in for 7 days without use and 30 days at
        most.
      </p>
    ),
  },
  {
    id: "asked",
    title: "What we never ask for",
    body: (
      <p>
        Your password, a sign-in code or a card number, in a message or on the phone. Anyone who does is not
        us.
      </p>
    ),
  },
];

export default function AccountSecurity() {
  return (
    <HelpArticle
      slug="account-security"
      sections={SECTIONS}
      related={["your-data", "message-an-instructor", "when-you-are-charged"]}
    />
  );
}

import { TextLink } from "../../ui/actions/text-link.tsx";
import type { ArticleSection } from "./article-section.ts";
import { PlainTable } from "./plain-table.tsx";

export const PRIVACY_SECTIONS: readonly ArticleSection[] = [
  {
    id: "today",
    title: "What happens today",
    body: (
      <>
        <p>Accounts are not open, so there is little to keep:</p>
        <ul>
          <li>
            A <strong>theme</strong> cookie, only if you choose light or dark in the footer. It lasts a year
            and says nothing else.
          </li>
          <li>
            <strong>Request logs</strong>: time, kind of page, status and duration. No network address and no
            search words.
          </li>
          <li>A count of requests for each address, to keep the site up. It expires by itself.</li>
        </ul>
        <p>No analytics, no advertising, no scripts, fonts or pictures from other sites.</p>
      </>
    ),
  },
  {
    id: "collect",
    title: "What we keep when accounts open",
    body: (
      <PlainTable
        caption="Data and why we need it"
        isCaptionHidden
        headers={["Data", "What for"]}
        rows={[
          ["Name, e-mail, ZIP code; phone if you give it", "Your account, reminders, lessons near you"],
          ["Bookings, places, notes, messages", "Holding the lesson and settling disputes"],
          [
            "Card brand, last four digits, expiry date",
            "Showing which card pays; the number stays at Stripe",
          ],
          ["Payments, payouts, credit", "Paying, refunding, accounting"],
          ["Searches you make", "Your search history; with your consent, better results"],
          ["Instructors: identity and background check results", "Deciding who can go live"],
          ["Sign-ins, devices, a part of the network address", "Protecting accounts"],
          ["What pages you use, only with consent", "Finding out what to improve"],
        ]}
      />
    ),
  },
  {
    id: "others",
    title: "What other people see",
    body: (
      <ul>
        <li>Your first name and the first letter of your last name.</li>
        <li>
          The place of a confirmed lesson: its two people, from confirmation until 24 hours after the end.
        </li>
        <li>
          Instructors in public: neighborhoods, and for a studio a point 150 to 300 meters away, drawn once
          and kept, so that looking often reveals nothing.
        </li>
        <li>
          Before you have a confirmed lesson together, contact details in messages are hidden. The original is
          kept encrypted for 30 days, for moderation only.
        </li>
      </ul>
    ),
  },
  {
    id: "consent",
    title: "Your choices",
    body: (
      <>
        <p>
          What is essential can’t be refused, because the site would not work. Analytics, personal suggestions
          and marketing are off until you agree, each by itself, and you can take it back at any time. Global
          Privacy Control in your browser counts as a refusal.
        </p>
        <p>
          Without consent to analytics a search is counted with its words, kind, number of results and speed,
          and with nothing about you. With consent, the network address becomes a keyed hash and is dropped
          within the hour, and a place is kept as city, borough and postal code, never as coordinates.
        </p>
        <p>You can also turn off search history and delete from it.</p>
      </>
    ),
  },
  {
    id: "partners",
    title: "Who works for us",
    body: (
      <>
        <ul>
          <li>
            <strong>Stripe</strong>: cards, payouts, and identity checks of instructors.
          </li>
          <li>
            <strong>Checkr</strong>: background checks of instructors, after they agreed to a disclosure of
            its own.
          </li>
        </ul>
        <p>
          The providers of hosting, e-mail and text messages are named here before accounts open. We don’t
          sell personal data.
        </p>
      </>
    ),
  },
  {
    id: "retention",
    title: "How long we keep it",
    body: (
      <PlainTable
        caption="Retention"
        isCaptionHidden
        headers={["Data", "Kept for", "Then"]}
        rows={[
          ["Search events and clicks", "365 days", "Deleted; totals stay"],
          ["Search history", "Up to 1,000 entries; deleted ones 90 days", "Deleted"],
          ["Searches of guests", "30 days, then 90 more", "Deleted"],
          ["Personal fields of bookings", "2,555 days (7 years)", "Anonymized"],
          ["Messages of ended contacts", "3 years", "Deleted"],
          ["Notifications", "90 days once read, else 180", "Deleted"],
          ["Ended sessions", "90 days", "Deleted"],
          ["Sign-in codes and reset links", "24 hours after they expire", "Deleted"],
          ["Sign-in and security records", "400 days", "Deleted"],
          ["Records of staff and money actions", "7 years", "Deleted"],
          ["Payments, payouts, credit, invoices", "7 years", "Deleted"],
          ["Background-check records", "5 years; report ids encrypted", "Deleted"],
          ["Request logs", "30 days", "Deleted"],
          ["Backups", "14 daily, 8 weekly, 12 monthly", "Deleted"],
        ]}
      />
    ),
  },
  {
    id: "copy",
    title: "Get a copy",
    body: (
      <p>
        Your privacy settings build a ZIP file with everything we hold about you, usually within 15 minutes
        and at most 30 days. The link works for 7 days. Other people appear in it with first name and initial.
        It leaves out passwords, fraud scores and other people’s private data.
      </p>
    ),
  },
  {
    id: "deletion",
    title: "Delete your account",
    body: (
      <>
        <p>
          Possible when no lesson is ahead, no dispute is open, no payout is on its way and nothing is owed.
          You choose
          <strong> delete</strong>, with 7 days to change your mind, or <strong>anonymize</strong>, at once.
        </p>
        <PlainTable
          caption="What happens to your data"
          headers={["Data", "What happens"]}
          rows={[
            ["Name, e-mail, phone, photo, birth date, ZIP code", "Removed; the account is “Deleted User”"],
            ["Addresses, favorites, searches, notifications, devices, hours", "Deleted"],
            [
              "Messages",
              "Delete: text removed from the other person’s conversation. Anonymize: stays. Attachments go in both",
            ],
            ["Reviews you wrote", "Stars stay under “Former student”. Delete removes the text as well"],
            ["Bookings", "Stay with times and amounts; notes and places removed"],
            ["Payments and invoices", "Stay 7 years, by law; your record at Stripe is deleted"],
            ["Background-check records", "Stay 5 years, by law"],
            ["Security records", "Stay; they hold ids and shortened addresses only"],
            ["Backups", "Expire; a restored one is cleaned before it is used"],
          ]}
        />
      </>
    ),
  },
  {
    id: "children",
    title: "Children",
    body: (
      <p>
        There are no accounts for children. A parent books, and says who the lesson is for as far as it needs:
        a name, an age band, a level. We ask for no birth dates of children.
      </p>
    ),
  },
  {
    id: "security",
    title: "How it is protected",
    body: (
      <p>
        Passwords are stored as Argon2id hashes, sign-in sessions only as hashes, authenticator secrets
        encrypted. Logs hold no e-mail addresses, names or message texts. Staff actions are recorded. Backups
        are encrypted. You can add a <TextLink to="/help/account-security">second step or a passkey</TextLink>
        .
      </p>
    ),
  },
  {
    id: "open",
    title: "What is still missing",
    body: (
      <p>
        The company that is responsible, an address for privacy requests, the legal bases by state, and the
        full list of providers. They are added, and reviewed by counsel, before accounts open. See{" "}
        <TextLink to="/contact">contact</TextLink>.
      </p>
    ),
  },
];

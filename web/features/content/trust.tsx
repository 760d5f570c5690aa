import { TextLink } from "../../ui/actions/text-link.tsx";
import type { ArticleSection } from "./article-section.ts";
import { PlainTable } from "./plain-table.tsx";

export const TRUST_SECTIONS: readonly ArticleSection[] = [
  {
    id: "checks",
    title: "Who can teach",
    body: (
      <>
        <p>A profile is shown, and can be booked, only while all of this is true:</p>
        <ul>
          <li>
            <strong>Identity.</strong> Stripe compares a government document with a photo taken on the spot.
            The last name must match the account.
          </li>
          <li>
            <strong>Background check.</strong> Run by Checkr with the instructor’s consent, or handed in and
            read by a person. It is good for 365 days; when it ends the profile is hidden until there is a new
            one.
          </li>
          <li>
            <strong>Payout account.</strong> So that money goes to the person who teaches.
          </li>
        </ul>
        <p>
          The marks on a profile say exactly this: “Background checked” means passed and still valid, “ID
          verified” means that the check was finished, not started. What an instructor says about degrees and
          experience is shown as their own words.
        </p>
        <p>
          A check lowers a risk; it does not remove it. With children, stay near for the first lesson and
          trust your judgment.
        </p>
      </>
    ),
  },
  {
    id: "payments",
    title: "Your money",
    body: (
      <>
        <ul>
          <li>One total before you choose a time: the lesson and 12% Booking Protection.</li>
          <li>A lesson is charged 24 hours after its end, not at booking.</li>
          <li>
            Reports are possible until that moment, and they freeze the payment:{" "}
            <TextLink to="/help/no-shows-and-problems">how that works</TextLink>.
          </li>
          <li>If the instructor cancels or does not come, you pay nothing, the fee included.</li>
          <li>Card details go straight to Stripe. We never see or keep a card number.</li>
          <li>No subscription, nothing that renews, nothing ticked for you.</li>
        </ul>
        <p>Pay and message here. A lesson that is paid for elsewhere is one we can’t refund or look into.</p>
      </>
    ),
  },
  {
    id: "privacy",
    title: "Your privacy",
    body: (
      <>
        <ul>
          <li>Others see your first name and the first letter of your last name, nothing more.</li>
          <li>
            The address of a lesson is shown to its two people, from confirmation until 24 hours after the
            end.
          </li>
          <li>A studio on the map is drawn 150 to 300 meters from where it is.</li>
          <li>Contact details in messages stay hidden until the two of you have a confirmed lesson.</li>
          <li>Analytics only with your yes. No advertising trackers.</li>
        </ul>
        <p>
          You can get a copy of your data and delete your account yourself:{" "}
          <TextLink to="/help/your-data">your data</TextLink>.
        </p>
      </>
    ),
  },
  {
    id: "reviews",
    title: "Reviews",
    body: (
      <>
        <ul>
          <li>Only the student of a completed lesson can write one, once for each lesson, within 30 days.</li>
          <li>Reviews can’t be bought, edited afterwards or removed for being bad.</li>
          <li>
            Contact details, profanity and long runs of one character hold a review back until a person has
            read it.
          </li>
          <li>The instructor can answer once, and everyone can read it.</li>
          <li>If a lesson turns out not to have taken place, its review is hidden.</li>
        </ul>
        <p>
          The rating appears from three reviews on. It leans towards 4.5 while there are few; a review counts
          half after 360 days; further reviews of the same student for the same instructor count one fifth
          each.
        </p>
      </>
    ),
  },
  {
    id: "ranking",
    title: "How we rank",
    body: (
      <>
        <p>
          Results that fit everything you asked for always come before those that don’t. Within each group the
          order comes from six signals:
        </p>
        <PlainTable
          caption="Signals of the recommended order"
          isCaptionHidden
          headers={["Signal", "Weight", "What it looks at"]}
          rows={[
            ["Fit", "35%", "How well the lesson matches your words"],
            ["Reviews", "25%", "The rating, pulled to the average while there are few"],
            ["Distance", "15%", "How near it is to the place you named"],
            ["Price", "10%", "How far below your limit it is, if you set one"],
            ["Activity", "10%", "When the instructor was last active"],
            ["Profile", "5%", "Photo, description, checks, answering messages"],
          ]}
        />
        <p>
          The right age group, the right level and an opening at the time you want add a little. Founding
          instructors have their score multiplied by 1.5; it reorders them among results that fit equally and
          lifts nobody over the line. When you sort by price, rating, distance or time, none of this counts.
          Nobody can pay for a place.
        </p>
      </>
    ),
  },
  {
    id: "account",
    title: "Your account",
    body: (
      <p>
        Two-factor sign-in and passkeys, a pause after failed attempts, a message when an unknown device signs
        in, and a list of your sessions to end.{" "}
        <TextLink to="/help/account-security">Sign in and stay safe</TextLink> has the details.
      </p>
    ),
  },
  {
    id: "not",
    title: "What we don’t do",
    body: (
      <ul>
        <li>We don’t employ the instructors, and we don’t watch lessons. They teach on their own account.</li>
        <li>
          We don’t check degrees, references or how well somebody teaches. Reviews are what there is on that.
        </li>
        <li>We don’t record lessons.</li>
        <li>We don’t sell your data, and we don’t give your request to several instructors.</li>
        <li>We don’t show invented reviews, counters, prices struck through or clocks that press you.</li>
        <li>We are not an emergency service. In danger, call 911.</li>
      </ul>
    ),
  },
];

import type { ArticleSection } from "../../../features/content/article-section.ts";
import { LegalPage } from "../../../features/content/legal-page.tsx";
import { TextLink } from "../../../ui/actions/text-link.tsx";

const SECTIONS: readonly ArticleSection[] = [
  {
    id: "standard",
    title: "The standard",
    body: (
      <p>
        We build to the Web Content Accessibility Guidelines 2.2, level AA. That is our own goal and our own
        testing; nobody outside has audited the site yet.
      </p>
    ),
  },
  {
    id: "rely",
    title: "What you can rely on",
    body: (
      <ul>
        <li>
          Everything that is open works with a keyboard. The focus is always visible, and the first Tab offers
          to skip to the content.
        </li>
        <li>
          Pages have one main heading, landmarks and names that screen readers read. A change of page is
          announced.
        </li>
        <li>Pages like this one are complete without scripts.</li>
        <li>
          Text has a contrast of at least 4.5 to 1, icons and borders of controls 3 to 1, in both themes.
        </li>
        <li>Color is never the only sign. Nothing needs dragging, and nothing needs hovering.</li>
        <li>Things to press are 44 pixels high on phones, and nowhere below 24.</li>
        <li>
          Pages work at 400% zoom, with your own text spacing, in forced colors, and with motion reduced.
        </li>
        <li>Help is in the same place on every page: in the footer.</li>
      </ul>
    ),
  },
  {
    id: "testing",
    title: "How we test",
    body: (
      <p>
        The catalog, the help and these pages are checked by an automatic tool (axe) in light and in dark with
        each change of the site. Such tools find a part of the problems. Walk-throughs with a screen reader
        and with people who depend on one come before launch.
      </p>
    ),
  },
  {
    id: "limits",
    title: "What is not there yet",
    body: (
      <ul>
        <li>Search, accounts and booking are not open, so their accessibility can’t be judged yet.</li>
        <li>The site is in English only.</li>
        <li>
          Maps show neighborhoods and points. The list next to a map holds the same, and is the way to use it
          without seeing it.
        </li>
      </ul>
    ),
  },
  {
    id: "feedback",
    title: "Tell us",
    body: (
      <p>
        There is no address to write to yet; see <TextLink to="/contact">contact</TextLink>. Before booking
        opens there will be one, and reports about accessibility will be answered by a person.
      </p>
    ),
  },
];

export default function Accessibility() {
  return (
    <LegalPage
      slug="accessibility"
      lead="Learning is for everyone, so booking it has to be. What we build to, what works, what does not."
      sections={SECTIONS}
    />
  );
}

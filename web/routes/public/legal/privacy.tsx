import { LegalPage } from "../../../features/content/legal-page.tsx";
import { PRIVACY_SECTIONS } from "../../../features/content/privacy.tsx";

export default function Privacy() {
  return (
    <LegalPage
      slug="privacy"
      lead="What we keep about you, why and for how long, who sees it, and what you can do about it."
      sections={PRIVACY_SECTIONS}
    />
  );
}

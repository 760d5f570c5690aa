import { LegalPage } from "../../../features/content/legal-page.tsx";
import { TERMS_SECTIONS } from "../../../features/content/terms.tsx";

export default function Terms() {
  return (
    <LegalPage
      slug="terms"
      lead="What students, instructors and we can expect of each other, in plain words."
      sections={TERMS_SECTIONS}
    />
  );
}

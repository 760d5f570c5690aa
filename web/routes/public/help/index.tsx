import { HelpFinder } from "../../../features/content/help-finder.tsx";
import { SiteStatus } from "../../../features/content/notices.tsx";
import { PageIntro } from "../../../features/content/page-intro.tsx";
import { TextLink } from "../../../ui/actions/text-link.tsx";

export default function Help() {
  return (
    <>
      <PageIntro
        title="Help"
        path="/help"
        description="Answers about finding, booking, paying for, moving and cancelling private lessons, and about teaching."
        lead="Short answers with exact amounts and deadlines."
        notice={<SiteStatus />}
      />
      <div className="page-width py-8 md:py-12">
        <HelpFinder />
        <p className="mt-12 max-w-form border-t border-line pt-6 text-muted">
          Not here? There is no support desk yet: see <TextLink to="/contact">contact</TextLink>. The binding
          wording is in the <TextLink to="/legal/terms">terms</TextLink> and the{" "}
          <TextLink to="/legal/cancellation">cancellation policy</TextLink>.
        </p>
      </div>
    </>
  );
}

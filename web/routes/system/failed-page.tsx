import { PageMeta } from "../../lib/page-meta.tsx";
import { Button } from "../../ui/actions/button.tsx";
import { SupportCode } from "../../ui/failure-panel.tsx";
import { MessagePage } from "../../ui/message-page.tsx";

/** 500: something broke on our side, whatever it was. */
export default function FailedPage({ supportCode }: { readonly supportCode: string | null }) {
  return (
    <>
      <PageMeta title="Something went wrong" noindex />
      <MessagePage
        title="Something went wrong on our side"
        action={<Button onClick={() => location.reload()}>Try again</Button>}
      >
        <p>We could not show this page, and nothing was changed. Try again in a moment.</p>
        <SupportCode code={supportCode} />
      </MessagePage>
    </>
  );
}

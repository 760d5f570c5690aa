import { PageMeta } from "../../lib/page-meta.tsx";
import { Button } from "../../ui/actions/button.tsx";
import { MessagePage } from "../../ui/message-page.tsx";

/** Shown in place of a page that was never loaded and cannot be now. */
export default function Offline() {
  return (
    <>
      <PageMeta title="You’re offline" noindex />
      <MessagePage
        title="You’re offline"
        action={<Button onClick={() => location.reload()}>Try again</Button>}
      >
        <p>This page needs a connection. Pages you have open stay readable until you are back.</p>
      </MessagePage>
    </>
  );
}

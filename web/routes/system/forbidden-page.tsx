import { PageMeta } from "../../lib/page-meta.tsx";
import { MessagePage } from "../../ui/message-page.tsx";

/** 403: the page exists, and this person may not see it. */
export default function ForbiddenPage() {
  return (
    <>
      <PageMeta title="No access" noindex />
      <MessagePage title="You don’t have access to this page">
        <p>Your account can’t open it.</p>
      </MessagePage>
    </>
  );
}

import { PageMeta } from "../../lib/page-meta.tsx";
import { MessagePage } from "../../ui/message-page.tsx";
import { CategoryLinks } from "./category-links.tsx";

/** 404: says so, and offers what can be learned instead. */
export default function NotFoundPage() {
  return (
    <>
      <PageMeta title="Page not found" noindex />
      <MessagePage title="We can’t find that page" more={<CategoryLinks />}>
        <p>The address may be mistyped, or the page may have moved.</p>
      </MessagePage>
    </>
  );
}

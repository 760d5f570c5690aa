import { useNavigation } from "react-router";

/** A thin line at the top while the next page is on its way; quick answers come before it shows (web §2). */
export function ProgressLine() {
  if (useNavigation().state === "idle") return null;
  return (
    <div aria-hidden="true" className="fixed inset-x-0 top-0 z-toast h-0.5 overflow-hidden">
      <div className="h-full w-full origin-left animate-progress bg-brand" />
    </div>
  );
}

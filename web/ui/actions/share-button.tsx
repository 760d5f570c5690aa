import { Check, Share2 } from "lucide-react";
import { useState } from "react";
import { Button } from "./button.tsx";

export interface ShareButtonProps {
  /** Full address; what the recipient opens. */
  readonly url: string;
  readonly title: string;
  readonly label?: string;
}

type Outcome = "none" | "copied" | "failed";

const SPOKEN: Readonly<Record<Outcome, string>> = {
  none: "",
  copied: "Link copied",
  failed: "Your browser does not allow copying. The link is in its address bar.",
};

/** Opens the system's share sheet where there is one, and copies the link elsewhere. */
export function ShareButton({ url, title, label = "Share" }: ShareButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>("none");
  const share = async () => {
    setOutcome("none");
    setOutcome(await shareOrCopy({ url, title }));
  };
  const Icon = outcome === "copied" ? Check : Share2;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        variant="secondary"
        onClick={() => void share()}
        icon={<Icon aria-hidden="true" size={20} strokeWidth={1.5} />}
      >
        {label}
      </Button>
      <span role="status" className="text-14 text-muted">
        {SPOKEN[outcome]}
      </span>
    </span>
  );
}

async function shareOrCopy(link: { url: string; title: string }): Promise<Outcome> {
  try {
    if ("share" in navigator && navigator.canShare?.(link)) {
      await navigator.share(link);
      return "none";
    }
    await navigator.clipboard.writeText(link.url);
    return "copied";
  } catch (error) {
    // Closing the share sheet is a choice, not a failure.
    return error instanceof DOMException && error.name === "AbortError" ? "none" : "failed";
  }
}

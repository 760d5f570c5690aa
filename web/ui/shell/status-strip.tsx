import { WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { useOnline } from "../../lib/use-online.ts";

/**
 * The one strip above the header. The first that has something to say wins (web §3): offline, payment action needed, account
 * paused, preview ribbon, notification bar. A new one is a hook in this list, at its place.
 */
export function StatusStrip() {
  const strips = [useOfflineStrip()];
  return <div aria-live="polite">{strips.find((strip) => strip !== null)}</div>;
}

function useOfflineStrip(): ReactNode {
  return useOnline() ? null : (
    <div className="border-b border-warning bg-warning-soft text-14 text-warning">
      <p className="page-width flex items-center gap-2 py-2 font-medium">
        <WifiOff size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
        You’re offline. Pages you have open stay readable; changes need a connection.
      </p>
    </div>
  );
}

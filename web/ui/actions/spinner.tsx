import { LoaderCircle } from "lucide-react";

/** Decoration beside a verb that says what is going on; never alone. */
export function Spinner({ size = 20 }: { readonly size?: number }) {
  return (
    <LoaderCircle
      aria-hidden="true"
      size={size}
      strokeWidth={2}
      className="shrink-0 motion-safe:animate-spin"
    />
  );
}

import { Baby, BookOpen, Globe, type LucideIcon, Music, Palette, Sparkle, Trophy } from "lucide-react";
import { createElement } from "react";

const ICONS = new Map<string, LucideIcon>([
  ["music", Music],
  ["book-open", BookOpen],
  ["trophy", Trophy],
  ["globe", Globe],
  ["palette", Palette],
  ["baby", Baby],
]);

/** The line icon of a category's icon key; a key we do not know gets the sparkle. */
export function CategoryIcon({ icon, size = 24 }: { readonly icon: string; readonly size?: 20 | 24 }) {
  return createElement(ICONS.get(icon) ?? Sparkle, {
    size,
    strokeWidth: 1.5,
    "aria-hidden": true,
    className: "shrink-0",
  });
}

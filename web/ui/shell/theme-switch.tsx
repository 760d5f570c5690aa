import { Monitor, Moon, Sun } from "lucide-react";
import { useLocation } from "react-router";
import type { Theme } from "../../lib/theme.ts";
import { useTheme } from "../../lib/theme-choice.tsx";

const CHOICES = [
  { theme: null, label: "System", Icon: Monitor },
  { theme: "light", label: "Light", Icon: Sun },
  { theme: "dark", label: "Dark", Icon: Moon },
] as const satisfies readonly { readonly theme: Theme; readonly label: string; readonly Icon: unknown }[];

/** Light, dark or as the system says. Without scripts it is a form that sets the same cookie. */
export function ThemeSwitch() {
  const { theme: current, choose } = useTheme();
  const { pathname, search } = useLocation();
  return (
    <form method="post" action="/theme" className="flex min-w-0">
      <input type="hidden" name="next" value={pathname + search} />
      <fieldset className="flex flex-wrap gap-1 rounded-sheet border border-line p-1">
        <legend className="sr-only">Theme</legend>
        {CHOICES.map(({ theme, label, Icon }) => (
          <button
            key={label}
            type="submit"
            name="theme"
            value={theme ?? "system"}
            aria-pressed={theme === current}
            onClick={(event) => {
              event.preventDefault();
              choose(theme);
            }}
            className="inline-flex min-h-9 items-center gap-1.5 rounded-pill border border-transparent px-3 text-14 font-medium text-muted transition-colors hover:text-ink aria-pressed:border-line aria-pressed:bg-plate aria-pressed:text-ink forced-colors:aria-pressed:border-[Highlight]"
          >
            <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
            {label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}

import { createContext, type ReactNode, use, useMemo, useState } from "react";
import { type Theme, themeCookie } from "./theme.ts";

interface ThemeChoice {
  readonly theme: Theme;
  /** Shows the theme at once and keeps it for the next visits. */
  readonly choose: (theme: Theme) => void;
}

const ThemeContext = createContext<ThemeChoice>({ theme: null, choose: () => undefined });

/** @param initial what the document was made with */
export function ThemeProvider(props: { readonly initial: Theme; readonly children: ReactNode }) {
  const [theme, setTheme] = useState(props.initial);
  const value = useMemo(
    () => ({
      theme,
      choose(chosen: Theme) {
        // The Cookie Store API is not in every browser we serve.
        document.cookie = themeCookie(chosen, { secure: location.protocol === "https:" });
        setTheme(chosen);
      },
    }),
    [theme],
  );
  return <ThemeContext value={value}>{props.children}</ThemeContext>;
}

export function useTheme(): ThemeChoice {
  return use(ThemeContext);
}

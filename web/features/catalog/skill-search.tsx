import { Search } from "lucide-react";
import { Form } from "react-router";
import { ALL_SERVICES } from "./paths.ts";

/** The search box of the home page; it looks through the names in the catalogue. */
export function SkillSearch() {
  return (
    <search className="block max-w-178">
      <Form
        method="get"
        action={ALL_SERVICES}
        className="flex min-h-17 items-center gap-3 rounded-pill border border-control bg-card ps-5 pe-2 shadow-card focus-within:border-ink md:ps-6"
      >
        <Search size={24} strokeWidth={1.5} aria-hidden="true" className="shrink-0 text-muted" />
        <input
          type="search"
          name="q"
          maxLength={100}
          aria-label="What do you want to learn?"
          placeholder="Piano, Spanish, algebra…"
          autoComplete="off"
          enterKeyHint="search"
          className="min-h-12 min-w-0 grow rounded-control bg-transparent text-18 text-ink placeholder:text-muted placeholder:opacity-100"
        />
        <button
          type="submit"
          className="min-h-13 shrink-0 rounded-pill bg-accent px-5 font-semibold text-on-accent transition-colors hover:bg-accent-strong md:px-7"
        >
          Search
        </button>
      </Form>
    </search>
  );
}

import { ListFilter } from "lucide-react";
import { type RefObject, useEffect, useRef } from "react";
import { Form } from "react-router";
import { ALL_SERVICES } from "./paths.ts";

export interface FilterBoxProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

/** Filters all categories at each letter; a plain GET form, so that it works without a script. "/" goes to it. */
export function FilterBox({ query, onQuery }: FilterBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useSlash(box);
  // What was typed before the page listened.
  useEffect(() => {
    if (box.current) onQuery(box.current.value);
  }, [onQuery]);
  return (
    <search className="w-full">
      <Form method="get" action={ALL_SERVICES} preventScrollReset replace className="relative">
        <ListFilter
          size={20}
          strokeWidth={1.5}
          aria-hidden="true"
          className="pointer-events-none absolute inset-s-5 top-1/2 -translate-y-1/2 text-muted"
        />
        <input
          ref={box}
          type="search"
          name="q"
          value={query}
          onChange={(event) => onQuery(event.currentTarget.value)}
          maxLength={100}
          aria-label="Filter every category"
          aria-keyshortcuts="/"
          placeholder="Filter every category"
          autoComplete="off"
          enterKeyHint="search"
          className="peer block min-h-14 w-full rounded-pill border border-control bg-card ps-13 pe-14 text-18 text-ink placeholder:text-muted placeholder:opacity-100 hover:border-ink"
        />
        <kbd
          aria-hidden="true"
          className="pointer-events-none absolute inset-e-5 top-1/2 hidden size-6 -translate-y-1/2 place-items-center rounded-[0.375rem] border border-line font-sans text-14 text-muted peer-placeholder-shown:md:grid noscript:hidden!"
        >
          /
        </kbd>
      </Form>
    </search>
  );
}

function useSlash(box: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      const isTyping =
        target instanceof HTMLElement &&
        target.closest("input, textarea, select, [contenteditable]") !== null;
      if (key !== "/" || ctrlKey || metaKey || altKey || isTyping) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [box]);
}

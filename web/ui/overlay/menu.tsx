import type { LucideIcon } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useCallback, useId, useRef, useState } from "react";
import { Link } from "react-router";
import { itemsAround, moveFocus } from "../show/arrow-keys.ts";
import { useAnchorFallback } from "./anchored.ts";
import "./overlay.css";
import { findByTyping } from "./typeahead.ts";

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  /** Under the label: what it brings, or why it is not possible now. */
  readonly note?: string;
  /** An address makes it a link; else `onSelect` is told. */
  readonly to?: string;
  readonly isDanger?: boolean;
  /** It keeps its place and can be reached, so that its note can be read. */
  readonly isDisabled?: boolean;
}

/** Spread onto the button that opens it. */
export interface MenuTriggerProps {
  readonly id: string;
  readonly popoverTarget: string;
  readonly "aria-haspopup": "menu";
  readonly "aria-expanded": boolean;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onSelect?: (key: string) => void;
  readonly renderTrigger: (props: MenuTriggerProps) => ReactNode;
  readonly align?: "start" | "end";
}

/** Milliseconds after which typing begins a new word. */
const TYPING_PAUSE = 500;

/** Actions behind one button. Arrows and typing move, Enter chooses, Esc and Tab close; the focus returns to the button. */
export function Menu({ label, items, onSelect, renderTrigger, align = "start" }: MenuProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const typing = useRef({ text: "", at: 0 });
  const [isOpen, setOpen] = useState(false);
  const findTrigger = useCallback(() => document.getElementById(`${id}-trigger`), [id]);
  useAnchorFallback(menu, findTrigger, align);

  const close = () => {
    document.getElementById(id)?.hidePopover();
    findTrigger()?.focus();
  };

  const openByArrow = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const element = document.getElementById(id);
    if (!element) return;
    element.dataset["entry"] = event.key === "ArrowUp" ? "last" : "first";
    element.showPopover({ source: event.currentTarget });
  };

  const move = (event: KeyboardEvent<HTMLElement>) => {
    const elements = itemsAround(event.currentTarget, "menu", "menuitem");
    if (moveFocus(event, elements, "vertical") !== null) return;
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (
      event.key.length === 1 &&
      event.key !== " " &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey
    ) {
      const isNew = event.timeStamp - typing.current.at > TYPING_PAUSE;
      typing.current = { text: (isNew ? "" : typing.current.text) + event.key, at: event.timeStamp };
      const found = findByTyping(
        items.map((item) => item.label),
        typing.current.text,
        elements.indexOf(event.currentTarget),
      );
      if (found !== null) elements[found]?.focus();
    }
  };

  return (
    <>
      {renderTrigger({
        id: `${id}-trigger`,
        popoverTarget: id,
        "aria-haspopup": "menu",
        "aria-expanded": isOpen,
        onKeyDown: openByArrow,
      })}
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        onToggle={(event) => {
          const opened = event.newState === "open";
          setOpen(opened);
          if (!opened) return;
          const elements = itemsAround(event.currentTarget, "menu", "menuitem");
          elements.at(event.currentTarget.dataset["entry"] === "last" ? -1 : 0)?.focus();
          delete event.currentTarget.dataset["entry"];
        }}
        className={`overlay-popover min-w-52 rounded-card border border-line bg-card p-2 text-ink shadow-overlay ${
          align === "end" ? "overlay-popover-end" : ""
        }`}
      >
        {items.map((item) => (
          <Item
            key={item.key}
            item={item}
            onKeyDown={move}
            onChoose={() => {
              close();
              onSelect?.(item.key);
            }}
          />
        ))}
      </div>
    </>
  );
}

interface ItemProps {
  readonly item: MenuItem;
  readonly onChoose: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

function Item({ item, onChoose, onKeyDown }: ItemProps) {
  const { label, icon: Icon, note, to, isDanger = false, isDisabled = false } = item;
  const common = {
    role: "menuitem",
    tabIndex: -1,
    onKeyDown,
    className: `flex min-h-11 w-full items-center gap-3 rounded-control px-3 py-2 text-start transition-colors -outline-offset-2 hover:bg-plate focus:bg-plate aria-disabled:cursor-default aria-disabled:text-muted aria-disabled:hover:bg-transparent ${
      isDanger ? "text-danger" : ""
    }`,
  } as const;
  const content = (
    <>
      {Icon && <Icon size={20} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />}
      <span className="min-w-0">
        <span className="block font-medium">{label}</span>
        {note && <span className="block text-14 text-muted">{note}</span>}
      </span>
    </>
  );
  if (to !== undefined && !isDisabled) {
    return (
      <Link {...common} to={to} onClick={onChoose}>
        {content}
      </Link>
    );
  }
  return (
    <button
      {...common}
      type="button"
      aria-disabled={isDisabled || undefined}
      onClick={() => {
        if (!isDisabled) onChoose();
      }}
    >
      {content}
    </button>
  );
}

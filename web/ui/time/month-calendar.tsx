import { ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { IconButton } from "../actions/icon-button.tsx";
import { CalendarDay } from "./calendar-day.tsx";
import { addMonths, monthOf, weeksOf } from "./calendar-days.ts";
import { clampDay, entryDay, moveByKey } from "./calendar-moves.ts";
import { nameMonth, WEEKDAYS } from "./day-names.ts";

/** All dates are plain ISO dates such as "2026-05-09", in the zone that the page names. */
export interface MonthCalendarProps {
  readonly today: string;
  /** The last day that can be booked; months after it cannot be reached. */
  readonly last: string;
  /** Days that have openings; the others are described as "no times". */
  readonly open: ReadonlySet<string>;
  readonly value: string | null;
  readonly onChange: (date: string) => void;
  /** Told which month is shown ("2026-06"), so that its openings can be loaded. */
  readonly onMonthChange?: ((month: string) => void) | undefined;
  /** True while the openings of the month that is shown are on their way. */
  readonly busy?: boolean;
}

/**
 * One month as a grid with one stop for Tab (web §7a.4). Arrows walk by day and week, Home and End within the week, Page
 * Up and Down by month, Enter and Space choose. Every day from today on can be walked over, so that it can be heard;
 * only days with openings can be chosen.
 */
export function MonthCalendar(props: MonthCalendarProps) {
  const { today, last, open, value, onChange, onMonthChange, busy = false } = props;
  const range = { value, open, first: today, last };
  const [month, setMonth] = useState(() => monthOf(value ?? entryDay(monthOf(today), range)));
  const [cursor, setCursor] = useState<string | null>(null);
  const [shownValue, setShownValue] = useState(value);
  const grid = useRef<HTMLDivElement>(null);
  const focusCursor = useRef(false);
  const headingId = useId();

  // A day chosen elsewhere ("Go to May 12") brings its month into view.
  if (value !== shownValue) {
    setShownValue(value);
    if (value !== null && monthOf(value) !== month) setMonth(monthOf(value));
  }

  useEffect(() => {
    if (!focusCursor.current) return;
    focusCursor.current = false;
    grid.current?.querySelector<HTMLElement>("[data-date][tabindex='0']")?.focus();
  });

  const show = (next: string) => {
    if (next === month) return;
    setMonth(next);
    onMonthChange?.(next);
  };
  const turn = (by: 1 | -1) => {
    const next = addMonths(month, by);
    if (next < monthOf(today) || next > monthOf(last)) return;
    setCursor(null);
    show(next);
  };
  const entry = cursor !== null && monthOf(cursor) === month ? cursor : entryDay(month, range);
  const press = (event: KeyboardEvent) => {
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === "rtl";
    const to = moveByKey(event.key, entry, isRightToLeft);
    if (to === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = clampDay(to, today, last);
    focusCursor.current = next !== entry;
    setCursor(next);
    show(monthOf(next));
  };

  return (
    <div className="max-w-125">
      <MonthHead
        id={headingId}
        month={month}
        isFirst={month <= monthOf(today)}
        isLast={month >= monthOf(last)}
        onTurn={turn}
      />
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-labelledby={headingId}
        aria-colcount={7}
        aria-busy={busy}
        onKeyDown={press}
        className={`mt-2 transition-opacity ${busy ? "opacity-60" : ""}`}
      >
        <div role="row" className="grid grid-cols-7">
          {WEEKDAYS.map(({ short, long }) => (
            <span
              key={long}
              role="columnheader"
              aria-label={long}
              className="flex h-9 items-center justify-center text-14 font-medium text-muted"
            >
              {short}
            </span>
          ))}
        </div>
        {weeksOf(month).map((week, at) => (
          <div key={week.find((date) => date !== null) ?? at} role="row" className="grid grid-cols-7">
            {week.map((date, column) =>
              date === null ? (
                <span key={WEEKDAYS[column]?.long} aria-hidden="true" />
              ) : (
                <CalendarDay
                  key={date}
                  date={date}
                  isToday={date === today}
                  isPicked={date === value}
                  isEntry={date === entry}
                  kind={date < today || date > last ? "out" : open.has(date) ? "open" : "none"}
                  onPick={() => {
                    setCursor(date);
                    onChange(date);
                  }}
                />
              ),
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

interface MonthHeadProps {
  readonly id: string;
  readonly month: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onTurn: (by: 1 | -1) => void;
}

/** The buttons stay focusable at the ends, so that a keyboard is not thrown back to the top of the page. */
function MonthHead({ id, month, isFirst, isLast, onTurn }: MonthHeadProps) {
  const arrow = { "aria-hidden": true, size: 24, strokeWidth: 1.5, className: "rtl:-scale-x-100" };
  return (
    <div className="flex items-center">
      <h3 id={id} aria-live="polite" className="me-auto text-20 font-semibold">
        {nameMonth(month)}
      </h3>
      <IconButton
        label={`Previous month, ${nameMonth(addMonths(month, -1))}`}
        aria-disabled={isFirst}
        onClick={() => onTurn(-1)}
        icon={<ChevronLeft {...arrow} />}
      />
      <IconButton
        label={`Next month, ${nameMonth(addMonths(month, 1))}`}
        aria-disabled={isLast}
        onClick={() => onTurn(1)}
        icon={<ChevronRight {...arrow} />}
      />
    </div>
  );
}

import type { ReactNode } from "react";
import { FieldGroup, type FieldTexts } from "./field.tsx";

export interface RadioCard<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** A fact under the label, such as a price or an address. */
  readonly detail?: string | undefined;
  /** Decorative, 24 px. */
  readonly icon?: ReactNode;
  /** Why it cannot be chosen now. */
  readonly unavailable?: string | undefined;
}

export interface RadioCardsProps<Value extends string> extends FieldTexts {
  readonly id?: string | undefined;
  readonly name: string;
  readonly cards: readonly RadioCard<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean | undefined;
  /** `tiles` stand side by side from 640 px up and are rows on phones; `rows` stay rows. */
  readonly layout?: "rows" | "tiles";
}

/** A choice of one, with room for a fact each. Native radios: arrows move and choose. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { id, name, cards, value, onChange, disabled, layout = "rows", ...texts } = props;
  return (
    <FieldGroup id={id} disabled={disabled} {...texts}>
      <div
        className={`grid gap-2 ${layout === "tiles" ? "sm:auto-cols-fr sm:grid-flow-col" : ""}`}
        data-invalid={texts.error ? true : undefined}
      >
        {cards.map((card) => (
          <Card
            key={card.value}
            card={card}
            name={name}
            layout={layout}
            checked={card.value === value}
            onPick={() => onChange(card.value)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

interface CardProps {
  readonly card: RadioCard<string>;
  readonly name: string;
  readonly layout: "rows" | "tiles";
  readonly checked: boolean;
  readonly onPick: () => void;
}

function Card({ card, name, layout, checked, onPick }: CardProps) {
  const detail = card.unavailable ?? card.detail;
  const shape = layout === "tiles" ? "sm:flex-wrap sm:content-start sm:gap-y-2 sm:py-4" : "";
  return (
    <label
      className={`relative flex min-h-15 items-center gap-3 rounded-control border border-control bg-card px-4 py-2.5 transition-colors hover:border-ink in-data-invalid:border-danger has-checked:border-brand has-checked:bg-brand-surface has-checked:inset-ring has-checked:inset-ring-brand has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand has-disabled:border-line has-disabled:bg-plate has-disabled:text-muted ${shape}`}
    >
      <input
        type="radio"
        name={name}
        value={card.value}
        checked={checked}
        disabled={card.unavailable !== undefined}
        onChange={onPick}
        className={`size-6 shrink-0 appearance-none rounded-pill border border-control bg-card outline-none checked:border-8 checked:border-brand disabled:border-line disabled:bg-transparent forced-colors:appearance-auto ${layout === "tiles" ? "sm:order-2 sm:ms-auto" : ""}`}
      />
      {card.icon && <span className={checked ? "text-brand" : "text-muted"}>{card.icon}</span>}
      <span className={`min-w-0 flex-1 ${layout === "tiles" ? "sm:order-3 sm:flex-none sm:basis-full" : ""}`}>
        <span className="block font-semibold">{card.label}</span>
        {detail && <span className="figures block text-14 text-muted">{detail}</span>}
      </span>
    </label>
  );
}

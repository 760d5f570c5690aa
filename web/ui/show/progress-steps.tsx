export type StepState = "done" | "current" | "waiting" | "attention" | "todo";

export interface Step {
  readonly key: string;
  readonly label: string;
  readonly state: StepState;
}

export interface ProgressStepsProps {
  /** What the steps lead to: "Setup". */
  readonly label: string;
  readonly steps: readonly Step[];
  /** Beside the count: "about 12 min of your time left". */
  readonly note?: string;
}

const WORDS: Record<StepState, string> = {
  done: "done",
  current: "you are here",
  waiting: "with us",
  attention: "needs attention",
  todo: "to do",
};

/** A stripe or an outline tells the states apart without colour. */
const BARS: Record<StepState, string> = {
  done: "bg-success",
  current: "bg-brand",
  waiting:
    "bg-[repeating-linear-gradient(-45deg,var(--color-info)_0_4px,var(--color-info-soft)_4px_8px)] forced-colors:border",
  attention: "border-2 border-accent-ink bg-warning-soft",
  todo: "bg-line",
};

/** How far a set of steps is: the count in words, then one segment each. */
export function ProgressSteps({ label, steps, note }: ProgressStepsProps) {
  const done = steps.filter(({ state }) => state === "done").length;
  return (
    <div>
      <p className="figures flex flex-wrap justify-between gap-x-4 text-14">
        <span className="font-semibold">
          {done} of {steps.length} done
        </span>
        {note && <span className="text-muted">{note}</span>}
      </p>
      <ol aria-label={label} className="mt-3 flex gap-1">
        {steps.map(({ key, label: name, state }) => (
          <li
            key={key}
            aria-current={state === "current" ? "step" : undefined}
            className={`h-2 grow rounded-pill ${BARS[state]}`}
          >
            <span className="sr-only">
              {name}, {WORDS[state]}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

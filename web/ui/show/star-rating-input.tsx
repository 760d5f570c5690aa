import { Star } from "./star.tsx";

const WORDS = ["Poor", "Not great", "Good", "Very good", "Excellent"] as const;

export interface StarRatingInputProps {
  /** The question, for example "How was the lesson?" */
  readonly legend: string;
  readonly name: string;
  /** 1 to 5, or null before a choice. */
  readonly value: number | null;
  readonly onChange: (value: number) => void;
  readonly disabled?: boolean;
  readonly error?: string;
}

/** Five radios drawn as stars, with the word of the chosen one beside them. */
export function StarRatingInput({
  legend,
  name,
  value,
  onChange,
  disabled = false,
  error,
}: StarRatingInputProps) {
  const errorId = `${name}-error`;
  return (
    <fieldset
      disabled={disabled}
      aria-describedby={error ? errorId : undefined}
      className="disabled:opacity-60"
    >
      <legend className="mb-2 text-14 font-semibold">{legend}</legend>
      <div className="flex flex-wrap items-center gap-x-3">
        <span className="-ms-2 flex">
          {WORDS.map((word, at) => (
            <label
              key={word}
              className="grid size-11 cursor-pointer place-items-center rounded-control transition-transform has-focus-visible:outline-2 has-focus-visible:outline-brand hover:scale-110 in-disabled:cursor-not-allowed in-disabled:hover:scale-100"
            >
              <input
                type="radio"
                name={name}
                value={at + 1}
                checked={value === at + 1}
                onChange={() => onChange(at + 1)}
                aria-label={`${at + 1} of 5, ${word}`}
                className="sr-only"
              />
              <Star size={32} filled={value !== null && at < value} />
            </label>
          ))}
        </span>
        <span aria-hidden="true" className="min-w-20 text-16 font-medium">
          {value === null ? <span className="text-muted">No rating yet</span> : WORDS[value - 1]}
        </span>
      </div>
      {error && (
        <p id={errorId} className="mt-1 text-14 text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}

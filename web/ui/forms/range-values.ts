/** Whole dollars. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

export interface RangeLimits {
  readonly min: number;
  readonly max: number;
  /** The two ends never come closer than this. */
  readonly gap: number;
}

/** The range after its lower end was asked to be `low`: it stops at the gap and never pushes the other end. */
export function moveLow({ high }: Range, low: number, { min, gap }: RangeLimits): Range {
  return { low: Math.min(Math.max(low, min), high - gap), high };
}

/** The same for the upper end. */
export function moveHigh({ low }: Range, high: number, { max, gap }: RangeLimits): Range {
  return { low, high: Math.max(Math.min(high, max), low + gap) };
}

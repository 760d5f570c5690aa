/** The only source of "now" on the server. Business code receives a Clock; tests own one they can move. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
};

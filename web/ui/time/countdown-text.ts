/** "13:42", "1:02:09"; never below zero. */
export function formatRemaining(seconds: number): string {
  const left = Math.max(0, seconds);
  const [hours, minutes, rest] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
  const tail = String(rest).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}

/** What a screen reader hears: nothing until two minutes are left, then that, then the end (web §7a.5). */
export function spokenRemaining(seconds: number): string {
  if (seconds <= 0) return "Time is up";
  return seconds <= 120 ? "2 minutes left" : "";
}

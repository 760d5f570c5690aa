/** The name as it is drawn; screen readers hear "InstaInstru". */
export function Wordmark() {
  return (
    <span className="font-bold">
      <span aria-hidden="true">
        <span className="text-brand">i</span>NSTA<span className="text-brand">i</span>NSTRU
      </span>
      <span className="sr-only">InstaInstru</span>
    </span>
  );
}

/** The name as it is drawn; screen readers hear "InstaInstru". `plain` takes the colour and weight of the text around it. */
export function Wordmark({ plain = false }: { readonly plain?: boolean }) {
  const small = <span className={plain ? undefined : "text-brand"}>i</span>;
  return (
    <span className={plain ? undefined : "font-bold"}>
      <span aria-hidden="true">
        {small}NSTA{small}NSTRU
      </span>
      <span className="sr-only">InstaInstru</span>
    </span>
  );
}

import { ButtonLink } from "../../ui/button-link.tsx";

const STEPS = [
  {
    title: "Say it your way",
    text: "Type what you want to learn, where and when, in plain words.",
  },
  {
    title: "Pick a real opening",
    text: "See times that are truly free, each with the total price.",
  },
  {
    title: "You are booked",
    text: "The lesson is confirmed at once. No request, no waiting for a yes.",
  },
] as const;

export default function Home() {
  return (
    <>
      <title>iNSTAiNSTRU · Private lessons in New York</title>
      <meta
        name="description"
        content="A marketplace for private lessons in New York City, under construction. Booking is not open yet."
      />
      <section className="border-b border-line bg-warm">
        <div className="page-width py-16 md:py-24">
          <p className="mb-6 inline-flex items-center gap-2 rounded-pill border border-line bg-card px-3 py-1 text-14 text-muted">
            <span aria-hidden="true" className="size-2 rounded-pill bg-accent ring-2 ring-ink" />
            Under construction
          </p>
          <h1 className="max-w-reading text-40 lg:text-52">
            Pick a skill. Pick a time. Be booked on the spot.
          </h1>
          <p className="mt-5 max-w-form text-18 text-muted md:text-20">
            We are building the place to book a private instructor in New York City on the spot. You can’t
            book here yet.
          </p>
          <div className="mt-8">
            <ButtonLink to="/docs" reloadDocument>
              Read the API documentation
            </ButtonLink>
          </div>
        </div>
      </section>
      <section aria-labelledby="how" className="page-width py-12 md:py-16">
        <h2 id="how" className="text-24 md:text-30">
          How it will work
        </h2>
        <ol className="mt-8 grid gap-8 md:grid-cols-3 md:gap-10">
          {STEPS.map((step, at) => (
            <li key={step.title} className="border-t-2 border-control pt-5">
              <h3 className="flex gap-3 text-18 font-semibold">
                <span aria-hidden="true" className="text-muted tabular-nums">
                  {at + 1}
                </span>
                {step.title}
              </h3>
              <p className="mt-2 text-muted">{step.text}</p>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

import { CancellationTimeline } from "../../features/content/cancellation-timeline.tsx";
import { ChargeTimes } from "../../features/content/charge-times.tsx";
import { Faq, faqPage } from "../../features/content/faq.tsx";
import { NumberedSteps } from "../../features/content/numbered-steps.tsx";
import {
  HOW_IT_WORKS_QUESTIONS,
  STUDENT_STEPS,
  TEACHING_STEPS,
} from "../../features/content/how-it-works.tsx";
import { SiteStatus } from "../../features/content/notices.tsx";
import { PageBand } from "../../features/content/page-band.tsx";
import { PageIntro } from "../../features/content/page-intro.tsx";
import { PayoutTable } from "../../features/content/payout-table.tsx";
import { TotalExample } from "../../features/content/total-example.tsx";
import { ButtonLink } from "../../ui/actions/button-link.tsx";
import { TextLink } from "../../ui/actions/text-link.tsx";

export default function HowItWorks() {
  return (
    <>
      <PageIntro
        title="How it works"
        path="/how-it-works"
        description="Say what you want to learn, pick an open start, see one total, and you are booked. When your card is charged, and what cancelling costs."
        lead="Say what you want to learn, pick a start that is open, see one total. Then it is yours: no request, no waiting for a yes."
        notice={<SiteStatus />}
        jsonLd={[faqPage(HOW_IT_WORKS_QUESTIONS)]}
      />
      <PageBand title="Booking a lesson">
        <NumberedSteps steps={STUDENT_STEPS} />
      </PageBand>
      <PageBand
        title="What you pay, and when"
        lead="The total is the first price you see. It does not grow on the way to the last page."
        tone="warm"
      >
        <div className="grid gap-4 lg:grid-cols-[1fr_2fr]">
          <TotalExample />
          <ChargeTimes />
        </div>
        <p className="mt-6 flex flex-wrap gap-x-8">
          <TextLink to="/help/what-a-lesson-costs" standalone>
            What a lesson costs
          </TextLink>
          <TextLink to="/help/when-you-are-charged" standalone>
            When your card is charged
          </TextLink>
        </p>
      </PageBand>
      <PageBand
        title="If your plans change"
        lead="You see the exact cost before you cancel, and you can move the lesson instead: freely up to 24 hours before, once between 24 and 12 hours."
      >
        <CancellationTimeline />
        <p className="mt-6 max-w-form text-muted">
          If your instructor cancels or does not come, you pay nothing, the fee included.{" "}
          <TextLink to="/legal/cancellation">The whole policy, with examples</TextLink>
        </p>
      </PageBand>
      <PageBand
        title="For instructors"
        lead="You set your prices and open the hours you want to teach. You never pay for leads."
        tone="warm"
      >
        <NumberedSteps steps={TEACHING_STEPS} />
        <div className="mt-12 grid items-start gap-x-16 gap-y-6 lg:grid-cols-[minmax(0,45rem)_1fr]">
          <PayoutTable />
          <div>
            <p className="text-muted">
              Our share falls with the lessons you have taught, counting the one that is booked. The student’s
              12% comes on top of your price, not out of it.
            </p>
            <p className="mt-3 flex flex-col items-start">
              <TextLink to="/help/become-an-instructor" standalone>
                Become an instructor
              </TextLink>
              <TextLink to="/help/what-you-earn" standalone>
                What you earn and when
              </TextLink>
            </p>
          </div>
        </div>
      </PageBand>
      <PageBand title="Common questions" isSplit>
        <Faq questions={HOW_IT_WORKS_QUESTIONS} />
      </PageBand>
      <div className="page-width pb-12 md:pb-16">
        <div className="flex flex-wrap items-center justify-between gap-6 rounded-sheet border border-line bg-card p-6 shadow-card md:p-12">
          <div>
            <h2 className="text-24">See what you could learn</h2>
            <p className="mt-1 text-muted">The whole catalog is open to read today.</p>
          </div>
          <ButtonLink to="/services">Browse all services</ButtonLink>
        </div>
      </div>
    </>
  );
}

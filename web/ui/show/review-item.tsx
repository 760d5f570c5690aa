import { formatFullDate } from "../../lib/format/date.ts";
import { Avatar } from "./avatar.tsx";
import { type PersonData, personName } from "./person.ts";
import { Star } from "./star.tsx";

export interface ReviewData {
  readonly id: string;
  readonly student: PersonData;
  readonly rating: number;
  readonly text: string | null;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** "Piano · 60 min" */
  readonly lesson: string;
  readonly response: { readonly author_first_name: string; readonly text: string } | null;
}

/** A review of a finished lesson, with the instructor's one reply. */
export function ReviewItem({ review }: { readonly review: ReviewData }) {
  const name = personName(review.student);
  return (
    <article className="py-6">
      <div className="flex items-start gap-3">
        <Avatar name={name} tintKey={review.student.id} photoUrl={review.student.photo_url} size={44} />
        <div className="min-w-0 grow">
          <h3 className="font-semibold">{name}</h3>
          <p className="figures text-14 text-muted">
            {review.lesson} ·{" "}
            <time dateTime={review.date}>{formatFullDate(Temporal.PlainDate.from(review.date))}</time>
          </p>
        </div>
        <p className="inline-flex shrink-0 items-center gap-1.5 text-14 font-semibold">
          <Star size={16} />
          <span aria-hidden="true">{review.rating}</span>
          <span className="sr-only">{review.rating} of 5 stars</span>
        </p>
      </div>
      {review.text && <p className="mt-3 max-w-measure whitespace-pre-line">{review.text}</p>}
      {review.response && (
        <div className="mt-4 max-w-measure border-s-2 border-brand-soft ps-4 text-14">
          <p className="font-semibold">{review.response.author_first_name} replied</p>
          <p className="mt-1 whitespace-pre-line text-muted">{review.response.text}</p>
        </div>
      )}
    </article>
  );
}

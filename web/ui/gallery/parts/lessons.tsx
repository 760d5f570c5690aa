import { MessageCircle, Navigation } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../../actions/button.tsx";
import { IconButton } from "../../actions/icon-button.tsx";
import { Avatar } from "../../show/avatar.tsx";
import { LessonCard } from "../../show/lesson-card.tsx";
import { MessageBubble, type MessageData } from "../../show/message-bubble.tsx";
import { ReviewItem } from "../../show/review-item.tsx";
import { HERE, SAMPLE_LESSON } from "./sample-people.ts";
import { Specimen } from "./specimen.tsx";

const ICON = { "aria-hidden": true, size: 16, strokeWidth: 1.75 } as const;

/** What shows a lesson and what is said about it. */
export function LessonsGallery() {
  return (
    <>
      <Specimen
        title="Lesson card"
        note="The service is the link. Date, time and zone are one sentence; the leaf with the day repeats it and is hidden. Actions come last and share the width on phones."
      >
        <div className="flex max-w-210 flex-col gap-3">
          <LessonCard
            lesson={{
              ...SAMPLE_LESSON,
              service_name: "Guitar",
              status: "starts_soon",
              date: "2026-05-06",
              location_type: "online",
              place: "Online",
              total_cents: 8400,
              total_note: "incl. $9.00 fee",
            }}
            when="Wed, May 6 · 2:45–3:45 PM ET"
            to={HERE}
            isToday
            foot={{
              kind: "closed",
              text: (
                <>
                  Changes closed. Cancel now: <Strong>$37.50</Strong> back as credit
                </>
              ),
            }}
            actions={
              <>
                <MessageButton />
                <Button disabled>Join opens 2:40 PM</Button>
              </>
            }
          />
          <LessonCard
            lesson={{
              ...SAMPLE_LESSON,
              status: "payment_problem",
              date: "2026-05-07",
              location_type: "neutral_location",
              place: "Central Park Tennis Center",
              total_cents: 18_480,
              total_note: "incl. $19.80 fee",
            }}
            when="Thu, May 7 · 8:30–10:00 AM ET"
            to={HERE}
            foot={{
              kind: "urgent",
              text: (
                <>
                  Your spot is kept until <Strong>today, 8:30 PM</Strong>,{" "}
                  <span className="whitespace-nowrap">6 h 20 min left</span>
                </>
              ),
            }}
            actions={
              <>
                <MessageButton />
                <Button variant="danger">Fix payment</Button>
              </>
            }
          />
          <LessonCard
            lesson={SAMPLE_LESSON}
            when="Sat, May 9 · 10:00–11:00 AM ET"
            to={HERE}
            foot={{
              kind: "free",
              text: (
                <>
                  Free to cancel for <Strong>43 h 50 min</Strong>,{" "}
                  <span className="whitespace-nowrap">until Fri, May 8, 10:00 AM</span>
                </>
              ),
            }}
            actions={
              <>
                <Button variant="quiet">Reschedule</Button>
                <MessageButton />
                <IconButton label="Directions" variant="outline" icon={<Navigation {...ICON} size={20} />} />
              </>
            }
          />
          <LessonCard
            lesson={{
              ...SAMPLE_LESSON,
              status: "cancelled",
              date: "2026-05-02",
              rating: null,
              review_count: 0,
              total_cents: 0,
              total_note: "Cancelled free",
            }}
            when="Sat, May 2 · 10:00–11:00 AM ET"
            to={HERE}
          />
        </div>
      </Specimen>
      <Reviews />
      <Messages />
    </>
  );
}

function Reviews() {
  return (
    <Specimen
      title="Review"
      note="An article named by its author. The stars are read as a sentence; the reply names who wrote it."
    >
      <div className="max-w-reading divide-y divide-line">
        <ReviewItem
          review={{
            id: "1",
            student: { id: "n", first_name: "Nadia", last_initial: "S", photo_url: null },
            rating: 5,
            text: "My daughter asked when the next one is before the door closed. Clear homework, written down, two things only.",
            date: "2026-04-28",
            lesson: "Piano · 60 min",
            response: {
              author_first_name: "Sarah",
              text: "Thank you. The left hand is the next adventure.",
            },
          }}
        />
        <ReviewItem
          review={{
            id: "2",
            student: { id: "o", first_name: "Owen", last_initial: "P", photo_url: null },
            rating: 4,
            text: null,
            date: "2026-04-19",
            lesson: "Piano · 45 min",
            response: null,
          }}
        />
      </div>
    </Specimen>
  );
}

const MESSAGE: MessageData = {
  id: "1",
  text: "Sure. Saturday suits me.",
  is_own: false,
  is_edited: false,
  time: "2:01 PM",
  reactions: [],
};

function Messages() {
  const avatar = <Avatar name="Sarah C." tintKey="1" photoUrl={null} size={28} />;
  const own = { ...MESSAGE, is_own: true };
  return (
    <Specimen
      title="Message"
      note="Who speaks is said before the words. Reactions are toggle buttons; how far a message got is a word beside its tick."
    >
      <div className="flex max-w-reading flex-col gap-3 rounded-card bg-warm p-4">
        <MessageBubble
          message={{ ...own, text: "Could Saturday start at 10:15? Swimming ends at 9:45." }}
          sender="You"
          delivery={{ state: "read", label: "Read 1:58 PM" }}
        />
        <div className="flex flex-col gap-0.75">
          <MessageBubble message={MESSAGE} sender="Sarah" isLast={false} />
          <MessageBubble
            message={{ ...MESSAGE, text: "Tap 10:15 above and it is moved.", is_edited: true }}
            sender="Sarah"
            avatar={avatar}
          />
        </div>
        <MessageBubble
          message={{
            ...own,
            text: "Perfect.",
            reactions: [
              { emoji: "👍", name: "Thumbs up", count: 1, is_mine: true },
              { emoji: "🎉", name: "Party", count: 2, is_mine: false },
            ],
          }}
          sender="You"
          delivery={{ state: "delivered", label: "Delivered" }}
        />
        <MessageBubble message={{ ...MESSAGE, text: null }} sender="Sarah" avatar={avatar} />
        <MessageBubble
          message={{ ...own, text: "Is the side door open?" }}
          sender="You"
          delivery={{ state: "failed", label: "Not sent" }}
          actions={
            <Button variant="quiet" size="small">
              Try again
            </Button>
          }
        />
      </div>
    </Specimen>
  );
}

function MessageButton() {
  return (
    <Button variant="secondary" icon={<MessageCircle {...ICON} />}>
      Message
    </Button>
  );
}

function Strong({ children }: { readonly children: ReactNode }) {
  return <strong className="font-semibold whitespace-nowrap text-ink">{children}</strong>;
}

import { Check, CheckCheck, CircleAlert, Clock, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export interface MessageData {
  readonly id: string;
  /** Null once it was removed. */
  readonly text: string | null;
  readonly is_own: boolean;
  readonly is_edited: boolean;
  /** Formatted: "2:04 PM". */
  readonly time: string;
  readonly reactions: readonly {
    readonly emoji: string;
    readonly name: string;
    readonly count: number;
    readonly is_mine: boolean;
  }[];
}

export type Delivery = "sending" | "sent" | "delivered" | "read" | "failed";

export interface MessageBubbleProps {
  readonly message: MessageData;
  /** Said before the words; the sight of it is the side and colour. */
  readonly sender: string;
  /** The last of a run by one sender carries time, corner and picture. */
  readonly isLast?: boolean;
  readonly avatar?: ReactNode;
  /** For own messages: how far it got, with the server's words: "Read 4:12 PM". */
  readonly delivery?: { readonly state: Delivery; readonly label: string };
  /** Retry and delete of a failed one, or the message's menu. */
  readonly actions?: ReactNode;
  readonly onReact?: (emoji: string) => void;
}

const DELIVERY: Record<Delivery, { readonly icon: LucideIcon; readonly tone: string }> = {
  sending: { icon: Clock, tone: "text-muted" },
  sent: { icon: Check, tone: "text-muted" },
  delivered: { icon: CheckCheck, tone: "text-muted" },
  read: { icon: CheckCheck, tone: "text-brand" },
  failed: { icon: CircleAlert, tone: "text-danger" },
};

/** One message of a conversation. */
export function MessageBubble(props: MessageBubbleProps) {
  const { message, sender, isLast = true, avatar, delivery, actions, onReact } = props;
  const own = message.is_own;
  const corner = own ? "rounded-ee-[4px]" : "rounded-es-[4px]";
  const look = delivery && DELIVERY[delivery.state];
  return (
    <div className={`flex max-w-[85%] flex-col gap-1 ${own ? "ms-auto items-end" : "items-start"}`}>
      <div className="flex items-end gap-2">
        {!own && <span className="w-7 shrink-0">{isLast && avatar}</span>}
        <div
          className={`rounded-card px-4 py-2 ${isLast ? corner : ""} ${
            own ? "bg-brand-soft" : "border border-line bg-card"
          } ${delivery?.state === "failed" ? "outline outline-danger" : ""}`}
        >
          <span className="sr-only">{sender}: </span>
          {message.text === null ? (
            <span className="text-muted italic">Message removed</span>
          ) : (
            <span className="whitespace-pre-line">{message.text}</span>
          )}
        </div>
      </div>
      {message.reactions.length > 0 && (
        <ul aria-label="Reactions" className={`flex flex-wrap gap-1 ${own ? "" : "ms-9"}`}>
          {message.reactions.map(({ emoji, name, count, is_mine }) => (
            <li key={emoji}>
              <button
                type="button"
                aria-pressed={is_mine}
                aria-label={`${name}, ${count}`}
                onClick={() => onReact?.(emoji)}
                className="figures inline-flex h-7 items-center gap-1 rounded-pill border border-line bg-card px-2 text-14 font-semibold transition-colors hover:bg-plate aria-pressed:border-brand aria-pressed:bg-brand-soft aria-pressed:text-brand"
              >
                <span aria-hidden="true">{emoji}</span>
                {count}
              </button>
            </li>
          ))}
        </ul>
      )}
      {isLast && (
        <p className={`figures flex flex-wrap items-center gap-x-1 text-12 text-muted ${own ? "" : "ms-9"}`}>
          {message.time}
          {message.is_edited && " · edited"}
          {delivery && look && (
            <span
              className={`inline-flex items-center gap-1 ${delivery.state === "failed" ? "text-danger" : ""}`}
            >
              · {delivery.label}
              <look.icon size={14} strokeWidth={2} aria-hidden="true" className={look.tone} />
            </span>
          )}
          {actions}
        </p>
      )}
    </div>
  );
}

import { createContext, type ReactNode, use, useState, useSyncExternalStore } from "react";
import { createToastStore, type ToastStore } from "../../lib/toasts.ts";

const ToastContext = createContext<ToastStore | null>(null);
const NONE: readonly never[] = [];

/** Holds the messages of one visit and shows them at the bottom, one under the other. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [store] = useState(createToastStore);
  return (
    <ToastContext value={store}>
      {children}
      <ToastList store={store} />
    </ToastContext>
  );
}

/** `show("Week saved")`, `show("Conversation archived", { undo })`; from event handlers only. */
export function useToasts(): Pick<ToastStore, "show"> {
  const store = use(ToastContext);
  if (!store) throw new Error("useToasts needs a ToastProvider above");
  return store;
}

function ToastList({ store }: { readonly store: ToastStore }) {
  const toasts = useSyncExternalStore(store.subscribe, store.list, () => NONE);
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-toast flex flex-col items-center gap-2 p-4 md:p-6"
    >
      {toasts.map(({ id, text, undo }) => (
        <div
          key={id}
          onPointerEnter={() => store.hold(true)}
          onPointerLeave={() => store.hold(false)}
          onFocus={() => store.hold(true)}
          onBlur={() => store.hold(false)}
          className="pointer-events-auto flex min-h-12 max-w-full animate-rise items-center gap-4 rounded-control border border-transparent bg-ink px-4 text-14 font-medium text-on-ink shadow-overlay"
        >
          <p className="py-3">{text}</p>
          {undo && (
            <button
              type="button"
              onClick={() => {
                undo();
                store.hold(false);
                store.dismiss(id);
              }}
              className="-mr-2 min-h-11 rounded-control px-2 font-semibold underline underline-offset-4"
            >
              Undo
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

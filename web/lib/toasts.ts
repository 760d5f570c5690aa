/** Milliseconds a message stays; one that can be undone stays longer (web §2). */
const SHOWN_MS = 5_000;
const UNDO_MS = 6_000;

export interface Toast {
  readonly id: number;
  readonly text: string;
  /** Takes the change back. */
  readonly undo: (() => void) | null;
}

export interface ToastStore {
  readonly show: (text: string, options?: { readonly undo?: () => void }) => void;
  readonly dismiss: (id: number) => void;
  /** Stops all clocks while somebody reads, and starts them anew afterwards. */
  readonly hold: (held: boolean) => void;
  readonly list: () => readonly Toast[];
  readonly subscribe: (onChange: () => void) => () => void;
}

/** Short confirmations that leave by themselves. Never the only place of an error (web §1.10). */
export function createToastStore(): ToastStore {
  const listeners = new Set<() => void>();
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  let toasts: readonly Toast[] = [];
  let lastId = 0;
  let held = false;

  const set = (next: readonly Toast[]) => {
    toasts = next;
    for (const listener of listeners) listener();
  };
  const stop = (id: number) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
  };
  const dismiss = (id: number) => {
    stop(id);
    set(toasts.filter((toast) => toast.id !== id));
  };
  const start = ({ id, undo }: Toast) => {
    timers.set(
      id,
      setTimeout(() => dismiss(id), undo ? UNDO_MS : SHOWN_MS),
    );
  };
  return {
    show(text, { undo } = {}) {
      lastId += 1;
      const toast = { id: lastId, text, undo: undo ?? null };
      set([...toasts, toast]);
      if (!held) start(toast);
    },
    dismiss,
    hold(now) {
      if (now === held) return;
      held = now;
      for (const toast of toasts) {
        stop(toast.id);
        if (!held) start(toast);
      }
    },
    list: () => toasts,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}

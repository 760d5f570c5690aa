import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createToastStore } from "./toasts.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const texts = (store: ReturnType<typeof createToastStore>) => store.list().map(({ text }) => text);

test("a message leaves after 5 s, one that can be undone after 6", () => {
  const store = createToastStore();
  store.show("saved");
  store.show("archived", { undo: () => undefined });
  vi.advanceTimersByTime(4_999);
  expect(texts(store)).toEqual(["saved", "archived"]);
  vi.advanceTimersByTime(1);
  expect(texts(store)).toEqual(["archived"]);
  vi.advanceTimersByTime(1_000);
  expect(texts(store)).toEqual([]);
});

test("while somebody reads nothing leaves, and the time starts anew afterwards", () => {
  const store = createToastStore();
  store.show("first");
  store.hold(true);
  store.show("second");
  vi.advanceTimersByTime(60_000);
  expect(texts(store)).toEqual(["first", "second"]);
  store.hold(false);
  vi.advanceTimersByTime(4_999);
  expect(texts(store)).toEqual(["first", "second"]);
  vi.advanceTimersByTime(1);
  expect(texts(store)).toEqual([]);
});

test("listeners hear of every change until they leave", () => {
  const store = createToastStore();
  const heard = vi.fn<() => void>();
  const leave = store.subscribe(heard);
  store.show("one");
  store.dismiss(store.list()[0]?.id ?? 0);
  expect(heard).toHaveBeenCalledTimes(2);
  leave();
  store.show("two");
  expect(heard).toHaveBeenCalledTimes(2);
});

/** What `use` makes of `value`, at once unless `value` is a promise: a store in this process should not cost a turn of the event loop. */
export function andThen<T, R>(value: T | Promise<T>, use: (value: T) => R | Promise<R>): R | Promise<R> {
  return value instanceof Promise ? value.then(use) : use(value);
}

/**
 * Wraps a writer of replies so that data that can never change, such as a cached answer, is written once for as long as it lives: plain
 * objects and arrays that are frozen at every level. Anything else is written each time, and told by its own first level.
 */
export function writeOnce(write: (data: unknown) => string): (data: unknown) => string {
  const written = new WeakMap<object, string>();
  return (data) => {
    if (typeof data !== "object" || data === null || !Object.isFrozen(data)) return write(data);
    const known = written.get(data);
    if (known !== undefined) return known;
    const text = write(data);
    if (cannotChange(data)) written.set(data, text);
    return text;
  };
}

function cannotChange(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return typeof value !== "function";
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Object.isFrozen(value) || (prototype !== Object.prototype && prototype !== Array.prototype))
    return false;
  return Object.values(Object.getOwnPropertyDescriptors(value)).every(
    (property) => "value" in property && cannotChange(property.value),
  );
}

/** Moves `Date` ahead by so many milliseconds. Self-contained, because it is also serialised to run in a page. */
export function moveDate(ahead) {
  const RealDate = Date
  const now = () => Math.floor(RealDate.now() + ahead)
  // A proxy instead of a subclass, so that every Date, also one that Node itself creates, is an `instanceof` it.
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, told, newTarget) => Reflect.construct(target, told.length === 0 ? [now()] : told, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  })
}

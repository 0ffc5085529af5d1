/** Moves `Date` so many milliseconds ahead, here or in a page: it names nothing outside itself. */
export function moveDate(ahead) {
  const RealDate = Date
  const now = () => Math.floor(RealDate.now() + ahead)
  // A proxy, not a subclass: every Date, also one made by Node itself, stays an instance of it.
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, told, newTarget) => Reflect.construct(target, told.length === 0 ? [now()] : told, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  })
}

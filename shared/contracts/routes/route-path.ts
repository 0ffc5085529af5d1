// Without schemas: the pages fill in paths too, and carry no zod.

/** The method and the path of a route's name, `METHOD /path`. */
export function methodAndPath(key: string): { method: string; path: string } {
  const [method = '', path = ''] = key.split(' ')
  return { method, path }
}

/** The names in a route's path, in their order. */
export function namesIn(key: string): string[] {
  return [...key.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
}

/** A path with its ids filled in. */
export function filledPath(path: string, ids: Readonly<Record<string, string>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''))
}

// This file imports no schemas: the pages use it too, and their bundles must not contain zod.

/** The method and the path of a route key, `METHOD /path`. */
export function methodAndPath(key: string): { method: string; path: string } {
  const [method = '', path = ''] = key.split(' ')
  return { method, path }
}

/** The names of the ids in a route key or path, in order: `:callback` gives `callback`. */
export function namesIn(key: string): string[] {
  return [...key.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
}

/** A path with its ids filled in and percent-encoded. */
export function filledPath(path: string, ids: Readonly<Record<string, string>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''))
}

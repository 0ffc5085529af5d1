/** Text escaped for HTML, including attribute values. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

export type PageOptions = { title: string; body: string; script?: string }

/** A complete plain page for the local line: one column, readable at 360 pixels, light or dark as the browser prefers. */
export function htmlPage({ title, body, script }: PageOptions): string {
  return `<!doctype html>
<html lang="nl-BE">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/local/plain.css">
${script ? `<script type="module" src="${escaped(script)}"></script>` : ''}
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`
}

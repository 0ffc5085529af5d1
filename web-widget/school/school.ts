// What a real school writes as one line, `<script src="https://…/permanence.js" data-region="…" async>`, with two things worked out
// here: the region that the visitor of this demo chose, and the product's origin, on one machine the port just below this page's own.

const region = new URLSearchParams(location.search).get('region') ?? 'limburg-oost'
const script = document.createElement('script')
script.src = `${location.protocol}//${location.hostname}:${Number(location.port) - 1}/permanence.js`
script.async = true
script.dataset.region = region
document.head.append(script)

for (const link of document.querySelectorAll('.regions a')) {
  if (link.getAttribute('href') === `?region=${region}`) link.setAttribute('aria-current', 'true')
}

// A real school writes one line of HTML: `<script src="https://…/permanence.js" data-region="…" async>`. Here two values are computed: the
// region, from this page’s URL, and the product’s origin, which on the local machine is the port just below this page’s own.

const region = new URLSearchParams(location.search).get('region') ?? 'limburg-oost'
const script = document.createElement('script')
script.src = `${location.protocol}//${location.hostname}:${Number(location.port) - 1}/permanence.js`
script.async = true
script.dataset.region = region
document.head.append(script)

for (const link of document.querySelectorAll('.regions a')) {
  if (link.getAttribute('href') === `?region=${region}`) link.setAttribute('aria-current', 'true')
}

// The local page's only script, without which it works too: keeps the shown time equal to line time.
const shown = document.querySelector('time')

async function tick() {
  const answer = await fetch('/local/clock')
  const { now, words }: { now: string; words: string } = await answer.json()
  if (!shown || shown.textContent === words) return
  shown.dateTime = now
  shown.textContent = words
}

setInterval(() => {
  // The line may be stopped while the page stays open.
  if (document.visibilityState === 'visible') tick().catch(() => undefined)
}, 2_000)

// The only script of the local page: it keeps the time that is shown in step with the line's. Without it the page works too.
const shown = document.querySelector('time')

async function tick() {
  const answer = await fetch('/local/clock')
  const { now, words }: { now: string; words: string } = await answer.json()
  if (!shown || shown.textContent === words) return
  shown.dateTime = now
  shown.textContent = words
}

setInterval(() => {
  // The line may be stopped while its page stays open.
  if (document.visibilityState === 'visible') tick().catch(() => undefined)
}, 2_000)

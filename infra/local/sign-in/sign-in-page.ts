import { escaped, htmlPage } from '../pages/html.ts'
import { localWords } from '../machine/local-words.ts'
import type { DutyNow } from '../people/on-duty-now.ts'
import type { Person } from '../people/people.ts'

const words = localWords.signIn

type Choice = { people: Person[]; duty: DutyNow; asked: URLSearchParams; note: string | null }

/** The page on which a visitor chooses as whom to sign in; the parameters of the request become hidden fields, except `username`. */
export function choosePage({ people, duty, asked, note }: Choice): string {
  const fields = [...asked]
    .filter(([name]) => name !== 'username')
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('')
  const regions = [...new Set(people.map((person) => person.regionName))]
  const groups = regions.map((region) => {
    const buttons = people.filter((person) => person.regionName === region).map((person) => button(person, duty))
    return `<fieldset class="people"><legend>${escaped(region)}</legend>\n${buttons.join('\n')}\n</fieldset>`
  })
  const body = `<h1>${words.title}</h1>
${note ? `<p role="status">${escaped(note)}</p>` : ''}
<p>${words.lead}</p>
<form method="post" action="/signin/choose">${fields}
${groups.join('\n')}
</form>`
  return htmlPage({ title: words.title, body })
}

/** The page that names the invalid parameter; it shows no content of the request. */
export function refusedPage(field: string): string {
  return htmlPage({ title: words.refusedTitle, body: `<h1>${words.refusedTitle}</h1>\n<p>${escaped(words.refused(field))}</p>` })
}

function button(person: Person, duty: DutyNow): string {
  const name = `${person.firstName} ${person.lastName}`
  const role = duty.get(person.username)
  const part = [person.role === 'coordinator' ? words.coordinator : person.teamName, ...(role ? [words.duty[role]] : [])].join(', ')
  const label = `${words.enterAs(name)}, ${part}`
  return `<button name="username" value="${escaped(person.username)}" aria-label="${escaped(label)}">${escaped(name)} <small>${escaped(part)}</small></button>`
}

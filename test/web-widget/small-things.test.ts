import { describe, expect, it } from 'vitest'
import { launcherWords } from '../../shared/words/launcher.ts'
import { wordsIn } from '../../shared/words/languages.ts'
import { findMunicipalities, type Named } from '../../web-widget/kit/find-municipality.ts'
import { fromFrame, fromHost } from '../../web-widget/kit/frame-messages.ts'

const named: readonly Named[] = [
  ['1', 'Heist-op-den-Berg'],
  ['2', 'Knokke-Heist'],
  ['3', 'Kortrijk'],
  ['4', 'Liège'],
  ['5', 'As'],
  ['6', 'Asse'],
  ['7', 'Sint-Truiden'],
  ['8', 'Saint-Trond'],
  ['9', 'Berchem-Sainte-Agathe'],
  ['10', 'Bilzen-Hoeselt'],
]

describe('a municipality is found', () => {
  it.each([
    ['by how its name begins, then by a later word', 'heist', ['1', '2']],
    ['without its accents', 'liege', ['4']],
    ['without its dashes', 'heist op', ['1']],
    ['in capitals and with spaces around it', ' KORTRIJK ', ['3']],
    ['with the shortest name too', 'as', ['5', '6']],
    ['3.5: with St for Sint, and a dash', 'St-Truiden', ['7']],
    ['with St and a full stop, in French', 'st. trond', ['8']],
    ['with Ste for Sainte', 'Berchem Ste Agathe', ['9']],
    ['while its first word is typed', 'sin', ['7']],
    ['3.5: with a slash', 'Bilzen/Hoeselt', ['10']],
    ['in one piece', 'bilzenhoes', ['10']],
    ['with a space too many', 'Kort rijk', ['3']],
    ['by a later word alone', 'hoeselt', ['10']],
    ['with marks that mean something elsewhere', 'Bilzen (*.+?', ['10']],
    ['not by letters inside a word', 'trijk', []],
    ['not by nothing', ' ', []],
  ] as const)('%s', (_title, typed, found) => {
    expect(findMunicipalities(named, typed).map(([nis]) => nis)).toEqual(found)
  })
})

describe('between the page and the frame', () => {
  it.each([
    ['a known word passes', { permanence: 'unread', count: 2 }, { permanence: 'unread', count: 2 }],
    ['an unknown word does not', { permanence: 'steal', count: 0 }, null],
    ['a count that is none does not', { permanence: 'unread', count: '2' }, null],
    ['a huge count does not', { permanence: 'unread', count: 1e9 }, null],
    ['a text does not', 'close', null],
    ['nothing does not', null, null],
  ] as const)('%s', (_title, message, heard) => {
    expect(fromFrame(message)).toEqual(heard)
  })

  it.each([
    ['shown and hidden are heard by the frame', { permanence: 'hidden' }, { permanence: 'hidden' }],
    ['nothing else is', { permanence: 'exit', count: 0 }, null],
  ] as const)('%s', (_title, message, heard) => {
    expect(fromHost(message)).toEqual(heard)
  })
})

it.each(['nl', 'fr', 'en'] as const)('the launcher says what the chat says, in %s', (language) => {
  expect(launcherWords[language].open).toBe(wordsIn(language).widget.launcher)
  expect(launcherWords[language].close).toBe(wordsIn(language).widget.closeWindow)
})

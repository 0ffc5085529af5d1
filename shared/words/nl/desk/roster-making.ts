import type { Weekday } from '../../../domain/time/brussels-time.ts'
import type { DeskRosterWords } from '../../types/desk-roster-words.ts'

/** The weekdays in writing. */
export const weekdaysNl = {
  mon: 'maandag',
  tue: 'dinsdag',
  wed: 'woensdag',
  thu: 'donderdag',
  fri: 'vrijdag',
  sat: 'zaterdag',
  sun: 'zondag',
} as const satisfies Record<Weekday, string>

/** The roster texts for the coordinator, and why a change is refused. */
export const deskRosterMakingNl: Pick<DeskRosterWords, 'extra' | 'turnFields' | 'shifts' | 'leaves' | 'refusals'> = {
  extra: {
    heading: 'Extra beurt',
    help: 'Een beurt op één dag, boven op het vaste rooster.',
    day: 'Welke dag?',
    save: 'Beurt toevoegen',
  },
  turnFields: { from: 'Van', to: 'Tot', worker: 'Wie?', role: 'Rol', team: 'Team', ownTeam: 'Het eigen team' },
  shifts: {
    heading: 'Vast rooster',
    help: 'Deze beurten komen elke week terug, of om de zoveel weken.',
    none: 'Er staan nog geen vaste beurten in.',
    shift: ({ weekday, span: hours, name, role, everyWeeks }) =>
      `${everyWeeks === 1 ? 'Elke' : `Om de ${everyWeeks} weken op`} ${weekdaysNl[weekday]}, ${hours}: ${name}${role === 'backup' ? ', achterwacht' : ''}`,
    edit: 'Aanpassen',
    add: 'Nieuwe vaste beurt',
    remove: 'Verwijderen',
    weekday: 'Dag',
    everyWeeks: 'Hoe vaak?',
    everyWeek: (count) => (count === 1 ? 'Elke week' : `Om de ${count} weken`),
    startsOn: 'Vanaf welke dag?',
    until: 'Tot en met (mag leeg)',
    done: 'Klaar met deze beurt',
    notSaved: 'Je wijzigingen zijn nog niet bewaard.',
    check: 'Controleren en bewaren',
    save: 'Rooster bewaren',
    undo: 'Wijzigingen weggooien',
    cancel: 'Annuleren',
  },
  leaves: {
    heading: 'Dit laat gaten: dan is er niemand van dienst',
    none: 'Dit laat geen nieuwe gaten.',
    more: (count) => `En nog ${count} keer.`,
    anyway: 'Toch bewaren',
    cancel: 'Niet bewaren',
  },
  refusals: {
    'not-there': 'Deze beurt bestaat niet meer zo. Hieronder zie je het nieuwe rooster.',
    'too-late': 'Dit moment is al voorbij.',
    'not-yours': 'Deze ruilvraag is niet voor jou.',
    'not-theirs': 'De beurt die je in ruil koos, is niet meer van die persoon.',
    'already-offered': 'Je hebt deze beurt al te ruil gevraagd.',
    'already-taken': 'Een collega was je voor.',
    'not-taken': 'Nog niemand wil deze beurt overnemen.',
    closed: 'Deze ruilvraag is al afgehandeld.',
    'nothing-changes': 'Er verandert niets: de beurt is al van die persoon.',
    'already-on-line': 'Deze persoon heeft dan zelf al permanentie.',
    absent: 'Deze persoon is dan afwezig.',
    full: 'Er passen geen wijzigingen meer in het rooster. Verwijder eerst oude beurten.',
    overlap: 'Twee vaste beurten van dezelfde persoon vallen samen. Pas er één aan.',
    'same-id': 'Dezelfde vaste beurt staat er twee keer in. Verwijder er één.',
    'try-again': 'Iemand anders paste het rooster tegelijk aan. Probeer het nog eens.',
  },
}

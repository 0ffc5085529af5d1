import { describe, expect, it } from 'vitest'
import { Clock } from '../../shared/domain/time/day.ts'
import { wallMomentOf, weekdays } from '../../shared/domain/time/brussels-time.ts'
import { nl } from '../../shared/words/nl/nl.ts'
import { noticesNl } from '../../shared/words/nl/notices.ts'
import { deskNl } from '../../shared/words/nl/desk/desk.ts'
import { at } from '../support/time/at.ts'

const thursday = wallMomentOf(at('2026-11-26 10:00'), at('2026-11-24 12:00'))
const hours = (days: readonly (typeof weekdays)[number][], from: string, to: string) => ({
  days,
  from: Clock.parse(from),
  to: Clock.parse(to),
})

// Wording that was agreed on with people who work in the field. It is written a second time here, so that a change to it is deliberate.
describe('the agreed wording stands:', () => {
  it.each([
    [
      'welcome',
      nl.phone.welcome({ brand: 'De Plan-Trekkers', region: 'regio Oost' }),
      'Welkom bij De Plan-Trekkers. Je belt met de permanentie voor regio Oost.',
    ],
    [
      'emergency',
      nl.phone.emergency,
      'Is er nu iemand in gevaar? Hang op. Bel één één twee voor een ziekenwagen, of honderd en één voor de politie.',
    ],
    [
      'crisis',
      nl.phone.crisis('nul drie, zes nul negen, vijf zeven, vijf zeven'),
      'Is er een crisis met een kind of een jongere, en kan het niet wachten? Bel dan het crisismeldpunt: nul drie, zes nul negen, vijf zeven, vijf zeven.',
    ],
    ['privacy', nl.phone.privacy, 'We nemen dit gesprek niet op. Je mag anoniem blijven. Noem nog geen namen van het gezin.'],
    [
      'who are you',
      nl.phone.who,
      'Bel je vanuit je werk? Druk één. Voor jezelf of je gezin? Druk twee. Over iemand die je kent? Druk drie.',
    ],
    ['everybody is busy', nl.phone.waitingBusy, 'Onze medewerker is in gesprek. Je mag wachten. Word je liever teruggebeld? Druk één.'],
    [
      'while waiting',
      `${nl.phone.waitingRepeat} ${nl.phone.waitingChoice}`,
      'Bedankt om te wachten. Een gesprek duurt soms lang, want we luisteren graag goed. Word je liever teruggebeld? Druk één.',
    ],
    [
      'which number',
      nl.phone.offer.ownNumber,
      'We bellen je terug op het nummer waarmee je nu belt. Is dat goed? Druk één. Wil je een ander nummer geven? Druk twee.',
    ],
    ['typing a number', nl.phone.offer.enterNumber, 'Tik je telefoonnummer in. Druk daarna op het hekje.'],
    ['a withheld number', nl.phone.offer.withheld, 'We zien je nummer niet. Tik het in en druk daarna op het hekje.'],
    [
      'near closing',
      nl.phone.closingSoon(thursday),
      'We sluiten bijna. Je mag wachten tot tien uur. Is je gesprek dan al bezig? Dan praten we gewoon verder. Liever teruggebeld? Druk één.',
    ],
    [
      'near closing, in a chat',
      nl.chatLine.closingSoon(thursday),
      'We sluiten bijna. Je mag wachten tot 10 uur. Is je gesprek dan al bezig? Dan praten we gewoon verder. Wil je niet wachten? Tik op „Liever teruggebeld?”.',
    ],
    ['the offer', nl.phone.offer.question, 'Zullen we je terugbellen? Druk één. Of blijf aan de lijn voor andere nummers.'],
    [
      'who else may answer',
      nl.phone.offer.othersMayAnswer,
      'Mag iemand anders opnemen, en mogen we een bericht inspreken? Druk één. Liever alleen jij? Druk twee.',
    ],
    [
      'a number read back',
      nl.phone.offer.readBack('nul vier zeven'),
      'Je tikte nul vier zeven. Klopt dat? Druk één. Wil je het opnieuw intikken? Druk twee.',
    ],
    ['connecting', nl.phone.connecting, 'Een ogenblik. We verbinden je door.'],
    [
      'closed on weekdays, nine to five',
      nl.phone.closedHours([hours(weekdays.slice(0, 5), '09:00', '17:00')]),
      'We zijn nu gesloten. Je kan ons bellen op weekdagen, van negen uur tot zeventien uur.',
    ],
    [
      'closed, three days a week',
      nl.phone.closedHours([hours(['mon', 'tue', 'thu'], '10:00', '13:00')]),
      'We zijn nu gesloten. Je kan ons bellen op maandag, dinsdag en donderdag, van tien uur tot dertien uur.',
    ],
    [
      'closed until a day',
      nl.phone.closed(thursday),
      'We zijn nu gesloten. We zijn er weer op donderdag zesentwintig november om tien uur.',
    ],
    [
      'helplines',
      nl.phone.helplines,
      'Wil je nu met iemand praten? Bel Tele-Onthaal op honderd en zes. Ben je een kind of een jongere? Bel Awel op honderd en twee. Denk je aan zelfdoding? Bel achttien dertien. Gaat het over geweld? Bel zeventien twaalf.',
    ],
    ['bye', nl.phone.bye, 'Bedankt om te bellen. Tot de volgende keer.'],
    ['somebody waits', noticesNl.waitingLong('regio Oost', 4), 'Permanentie regio Oost: er wacht iemand sinds 4 min. Open de desk.'],
    ['nobody is signed in', noticesNl.nobodySignedIn('regio Oost'), 'Permanentie regio Oost: niemand is aangemeld. Kan jij opnemen?'],
    ['launcher', nl.widget.launcher, 'Bezorgd om een kind of gezin? Chat met ons'],
    ['closed in the chat', nl.widget.closed(thursday), 'Nu gesloten. We zijn er weer op donderdag 26 november om 10 uur.'],
    [
      'emergency in the chat',
      `${nl.widget.emergency} ${nl.widget.crisis('03 609 57 57')}`,
      'Nu gevaar? Bel 112 (ziekenwagen, brandweer) of 101 (politie). Deze chat is geen noodlijn. Crisis met een kind of jongere? Bel het crisismeldpunt: 03 609 57 57.',
    ],
    ['busy', nl.widget.busy, 'We zijn er, maar iedereen is in gesprek. Je mag wachten of je nummer geven.'],
    ['a number left', nl.callBack.form('morgen'), 'Laat je nummer achter. We bellen je morgen. We wissen je nummer na het gesprek.'],
    ['a safe call back', nl.callBack.othersMayAnswer, 'Mag iemand anders de telefoon opnemen of een bericht horen?'],
    ['who waits before her', nl.callBack.before(2), 'Er wachten nog 2 mensen voor jou.'],
    ['no names', nl.widget.noNames, 'Schrijf geen namen, adressen of geboortedatums van het gezin.'],
    ['joined', nl.widget.joined('Noor'), 'Noor is er nu. Wat maakt je ongerust?'],
    ['typing', nl.widget.typing('Noor'), 'Noor is aan het typen'],
    ['ended', nl.widget.ended, 'Het gesprek is afgelopen. Bedankt.'],
    ['form', deskNl.form.help, 'Schrijf zonder namen. Wat is de zorg, wat loopt goed, wat is al geprobeerd?'],
    ['unclear question', deskNl.form.unarticulated, 'De vraag is nog niet duidelijk. Dat mag.'],
    ['consent', deskNl.form.consentGate, 'Zonder akkoord van het gezin noteer je geen naam of nummer.'],
    ['outcome taken on', deskNl.form.outcomes['taken-on'], 'Vraag opgenomen'],
  ])('%s', (_title, said, agreed) => {
    expect(said).toBe(agreed)
  })
})

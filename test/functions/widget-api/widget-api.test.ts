import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type StartChat, startChatExample } from '../../../shared/contracts/widget/chats.ts'
import { referrerKeyOf } from '../../../shared/storage/table/referrer-key.ts'
import { logOf } from '../../support/fixtures/captured-logs.ts'
import { bodyOf, type Request } from '../../support/fixtures/lambda-events.ts'
import { openedChat as opened, openWidgetApi, type WidgetApi } from '../../support/fixtures/widget-api.ts'

let api: WidgetApi
beforeAll(async () => {
  api = await openWidgetApi()
})
afterAll(() => api.close())
afterEach(() => api.reset())

const itIs = (moment: string) => api.itIs(moment)
const ask = (request: Request) => api.ask(request)
const chats = () => api.asked('/contact/chat')
const start = (given: object = {}) => api.start({ ...startChatExample, ...given })

describe('before a word is typed the widget says', () => {
  it.each([
    ['open until five', 'limburg-oost', '2026-11-24 10:30', { kind: 'open', closes: { clock: '17:00', away: 'today' } }],
    ['closing soon', 'limburg-oost', '2026-11-24 16:58', { kind: 'closing-soon', closes: { clock: '17:00' } }],
    [
      'closed until Thursday at ten',
      'voor-en-noorderkempen',
      '2026-11-25 10:30',
      { kind: 'closed', opens: { weekday: 'thu', clock: '10:00' } },
    ],
    ['closed until Monday', 'limburg-oost', '2026-11-27 17:00', { kind: 'closed', opens: { weekday: 'mon', clock: '09:00' } }],
    ['closed on New Year', 'limburg-oost', '2027-01-01 10:30', { kind: 'closed', opens: { day: '2027-01-04' } }],
    ['nobody on duty', 'voor-en-noorderkempen', '2026-11-26 10:30', { kind: 'nobody-on-duty' }],
  ])('%s', async (_, region, moment, state) => {
    itIs(moment)
    const answer = await ask({ path: `/api/widget/regions/${region}` })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(bodyOf(answer)).toMatchObject({ region: { id: region, languages: ['nl'] }, state })
    expect(bodyOf(answer)['municipalities']).toContainEqual(['71016', 'Genk'])
  })

  it.each([
    ['the team of a town', '71016', { kind: 'here', team: 'Groep Genk' }],
    ['no team where no source gives one', '72041', { kind: 'here', team: null }],
    ['another line’s name and number', '11022', { kind: 'other-region', region: { id: 'voor-en-noorderkempen', phone: '03 431 23 00' } }],
    ['that it does not know, and does not guess', '71002', { kind: 'not-known' }],
    ['that it does not know a town that is not there', '99999', { kind: 'not-known' }],
  ])('%s', async (_, nis, place) => {
    expect(bodyOf(await ask({ path: `/api/widget/regions/limburg-oost/places/${nis}` }))).toMatchObject(place)
  })

  it.each([
    ['of a region that is not there', '/api/widget/regions/nergens', 404, 'region', 'Deze regio kennen we niet.'],
    ['of a region that is not open', '/api/widget/regions/oost-brabant', 404, 'region', 'Deze regio kennen we niet.'],
    ['of a place in no region', '/api/widget/regions/__proto__/places/71016', 404, 'region', 'Deze regio kennen we niet.'],
    ['of a town that is no number', '/api/widget/regions/limburg-oost/places/genk', 400, 'municipality', 'Dit klopt niet: gemeente.'],
    ['of a road that leads nowhere', '/api/widget/other', 404, null, 'We vonden dit niet.'],
  ])('nothing %s', async (_, path, status, field, sentence) => {
    const answer = await ask({ path })
    expect(answer.statusCode).toBe(status)
    expect(bodyOf(answer)).toEqual({ kind: 'refused', field, sentence })
  })

  it('it in the visitor’s language', async () => {
    expect(
      bodyOf(await ask({ path: '/api/widget/regions/nergens', headers: { 'accept-language': 'de, en-GB;q=0.8' } }))['sentence'],
    ).toMatch(/region/)
  })
})

describe('a chat', () => {
  it('starts in an open line, with all that the flow needs', async () => {
    itIs('2026-11-24 10:30')
    const answer = await start({ code: 'c4gh 7kqr' })
    expect(answer.statusCode).toBe(201)
    expect(bodyOf(answer)).toEqual({
      kind: 'started',
      contactId: opened.ContactId,
      participantId: opened.ParticipantId,
      participantToken: 'opaque',
      participantEndpoint: 'http://127.0.0.1:4402',
      awsRegion: 'eu-central-1',
      placeTicket: expect.stringMatching(/^[\w-]{43}$/),
    })
    const sent = JSON.parse(chats()[0]?.body ?? '')
    expect(chats()[0]).toMatchObject({ method: 'PUT', path: '/contact/chat' })
    expect(sent).toMatchObject({
      ContactFlowId: 'flow-of-oost',
      ParticipantDetails: { DisplayName: 'Juf Wilg' },
      Attributes: { region: 'limburg-oost', language: 'nl', referrerType: 'school', municipality: '71016', alias: 'Juf Wilg' },
    })
    expect(sent.Attributes.referrerKey).toBe(referrerKeyOf('a-key-for-tests', { kind: 'code', code: 'C4GH-7KQR' }))
    expect(JSON.stringify(sent)).not.toMatch(/7KQR|q3v8mZk1/)
  })

  it('asked for twice by one browser has one token', async () => {
    itIs('2026-11-24 10:30')
    await start()
    await start()
    await start({ session: 'AnotherSessionOfAnotherBrowser' })
    const tokens = chats().map((asked) => JSON.parse(asked.body).ClientToken)
    expect(tokens[0]).toBe(tokens[1])
    expect(tokens[2]).not.toBe(tokens[0])
  })

  it('leaves out what the referrer does not know', async () => {
    itIs('2026-11-24 10:30')
    await start({ municipality: null })
    expect(JSON.parse(chats()[0]?.body ?? '').Attributes).toEqual({
      region: 'limburg-oost',
      language: 'nl',
      referrerType: 'school',
      alias: 'Juf Wilg',
    })
  })

  it.each([
    ['that the line has closed meanwhile', {}, '2026-11-24 17:00', { kind: 'closed', opens: { clock: '09:00' } }],
    ['that nobody is on duty', { region: 'voor-en-noorderkempen' }, '2026-11-26 10:30', { kind: 'nobody-on-duty' }],
  ])('hears %s', async (_, given, moment, state) => {
    itIs(moment)
    const answer = await start(given)
    expect(answer.statusCode).toBe(409)
    expect(bodyOf(answer)).toMatchObject({ kind: 'line-closed', state })
    expect(chats()).toEqual([])
  })

  it.each(['LimitExceededException', 'TooManyRequestsException'])('hears that it is busy when Connect says %s', async (error) => {
    itIs('2026-11-24 10:30')
    api.connectSays('/contact/chat', { status: 429, body: { Message: 'Too many active chats' }, error })
    const answer = await start()
    expect(answer.statusCode).toBe(429)
    expect(bodyOf(answer)).toEqual({
      kind: 'too-busy',
      sentence: 'Er komen nu te veel chats binnen. Laat je nummer achter: we bellen je terug.',
    })
  })

  it('hears a sentence without detail when Connect is broken', async () => {
    itIs('2026-11-24 10:30')
    api.connectSays('/contact/chat', { status: 400, body: { Message: 'Kanarie Els' }, error: 'InvalidRequestException' })
    const answer = await start()
    expect(answer.statusCode).toBe(500)
    expect(bodyOf(answer)).toEqual({ kind: 'refused', field: null, sentence: 'Er loopt iets fout bij ons. Probeer het later nog eens.' })
  })
})

describe('a start is refused, and nothing is opened,', () => {
  const without = (key: keyof StartChat) =>
    JSON.stringify(Object.fromEntries(Object.entries(startChatExample).filter(([name]) => name !== key)))
  const whole = (given: object) => JSON.stringify({ ...startChatExample, ...given })
  it.each([
    ['with a key that we do not know', whole({ role: 'coordinator' }), 400, 'role', 'Dit veld kennen we niet: role.'],
    [
      'with a key that poisons',
      whole({}).replace('{', '{"__proto__":{"admin":true},'),
      400,
      '__proto__',
      'Dit veld kennen we niet: __proto__.',
    ],
    ['with a constructor', whole({ constructor: { prototype: {} } }), 400, 'constructor', 'Dit veld kennen we niet: constructor.'],
    ['without an alias', without('alias'), 400, 'alias', 'Vul dit nog in: hoe we je mogen noemen.'],
    ['with an empty alias', whole({ alias: '   ' }), 400, 'alias', 'Vul dit nog in: hoe we je mogen noemen.'],
    [
      'with an alias of 1,025 characters',
      whole({ alias: 'x'.repeat(1_025) }),
      400,
      'alias',
      'Dit is te lang: hoe we je mogen noemen. Het mag hoogstens 40 tekens hebben.',
    ],
    ['with half a character in the alias', whole({ alias: 'Juf \ud83c' }), 400, 'alias', 'Dit klopt niet: hoe we je mogen noemen.'],
    ['with an alias over two lines', whole({ alias: 'Juf\nWilg' }), 400, 'alias', 'Dit klopt niet: hoe we je mogen noemen.'],
    ['with an alias that nobody can see', whole({ alias: '\u200b\u200d' }), 400, 'alias', 'Dit klopt niet: hoe we je mogen noemen.'],
    // 3.3: letters and symbols that leave no mark on the screen.
    ['with an alias of the Hangul filler', whole({ alias: '\u3164' }), 400, 'alias', 'Dit klopt niet: hoe we je mogen noemen.'],
    ['with an alias of other fillers', whole({ alias: '\u115f\u1160' }), 400, 'alias', 'Dit klopt niet: hoe we je mogen noemen.'],
    ['with an alias of the narrow filler', whole({ alias: '\uffa0' }), 400, 'alias', 'Dit klopt niet: hoe we je mogen noemen.'],
    ['with an alias of empty Braille', whole({ alias: '\u2800' }), 400, 'alias', 'Dit klopt niet: hoe we je mogen noemen.'],
    ['with an alias of a filler with an accent', whole({ alias: '\u3164\u0301' }), 400, 'alias', 'Dit klopt niet: hoe we je mogen noemen.'],
    ['with an alias that turns around', whole({ alias: 'Juf \u202egliW' }), 400, 'alias', 'Dit klopt niet: hoe we je mogen noemen.'],
    ['with a region that is not there', whole({ region: 'nergens' }), 400, 'region', 'Deze regio kennen we niet.'],
    ['with a region that is no region', whole({ region: '../limburg' }), 400, 'region', 'Dit klopt niet: regio.'],
    ['with a region that is not open', whole({ region: 'oost-brabant' }), 400, 'region', 'Deze regio kennen we niet.'],
    ['with a town that is not there', whole({ municipality: '99999' }), 400, 'municipality', 'Dit klopt niet: gemeente.'],
    ['with a town that is an object', whole({ municipality: { $gt: '' } }), 400, 'municipality', 'Dit klopt niet: gemeente.'],
    ['with a language that the region does not speak', whole({ language: 'fr' }), 400, 'language', null],
    ['with a role that does not exist', whole({ referrerType: 'admin' }), 400, 'referrerType', 'Dit klopt niet: wie je bent.'],
    ['with a code that cannot be', whole({ code: 'AEIO-0000' }), 400, 'code', 'Dit klopt niet: code.'],
    ['with a session that can be guessed', whole({ session: '1' }), 400, 'session', 'Dit klopt niet: je chatsessie.'],
    ['when it is no JSON', '{"session":', 400, null, 'We konden dit bericht niet lezen.'],
    ['when it is a list', '[]', 400, null, 'We konden dit bericht niet lezen.'],
    ['when it is nothing', 'null', 400, null, 'We konden dit bericht niet lezen.'],
    ['when it is nested without end', '['.repeat(30_000), 400, null, 'We konden dit bericht niet lezen.'],
    ['when it is larger than 64 kB', whole({ alias: 'x'.repeat(70_000) }), 413, null, 'We konden dit bericht niet lezen.'],
  ])('%s', async (_, body, status, field, sentence) => {
    itIs('2026-11-24 10:30')
    const answer = await ask({ method: 'POST', path: '/api/widget/chats', body })
    expect(answer.statusCode).toBe(status)
    expect(bodyOf(answer)).toEqual({ kind: 'refused', field, sentence: sentence ?? expect.any(String) })
    expect(chats()).toEqual([])
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])('when it comes as %s', async (contentType) => {
    const answer = await ask({
      method: 'POST',
      path: '/api/widget/chats',
      body: startChatExample,
      headers: { 'content-type': contentType },
    })
    expect(answer.statusCode).toBe(415)
    expect(chats()).toEqual([])
  })
})

describe('the log of this door', () => {
  it('holds no alias, code, session or town', async () => {
    itIs('2026-11-24 10:30')
    const lines = await logOf(async () => {
      await start({ alias: 'Kanarie Els', code: 'C4GH-7KQR' })
      await start({ alias: 'Kanarie Els', kanarie: 'Kanarie' })
      api.connectSays('/contact/chat', { status: 400, body: { Message: 'Kanarie Els' }, error: 'InvalidRequestException' })
      await start({ alias: 'Kanarie Els' })
    })
    // Before each start, the state of the line is asked.
    const starts = lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind !== 'open')
    expect(starts).toEqual([
      { function: 'widget-api', contactId: `contact_${opened.ContactId}`, kind: 'started', milliseconds: 0, errorName: null },
      { function: 'widget-api', contactId: null, kind: 'refused', milliseconds: 0, errorName: null },
      { function: 'widget-api', contactId: null, kind: 'failed', milliseconds: 0, errorName: 'InvalidRequestException' },
    ])
  })
})

import { type ArchitectureRule, codeOf } from './tree.ts'

// Words of an earlier, private vocabulary, each with the standard term that took its place. They are looked for in names and comments, not in
// what people read: in Dutch "door" is a preposition.
// `inProse: false`: an everyday word that is retired as a name only.
type Retired = readonly [word: RegExp, advice: string, inProse?: false]
const retired: readonly Retired[] = [
  [/\b\w*[Ww]ish(?:es|ed)?\b/, 'Props, Options, Request or Input, by meaning'],
  [/\b(?:[Tt]owns?(?! halls?)|\w*Towns?\b|town[A-Z]\w*)\b/, 'local line, call graph or municipality'],
  [/\b(?:[Dd]oors?|\w*Doors?\b|door[A-Z]\w*)\b/, 'handler, HTTP app, API, client or endpoint'],
  [/\bKept\b|\bmadeOnce\b|\bopenKept\b/, 'KeyValueStore, cachedBuild', false],
  [/\buseRoom\b|\bRosterRoom\b|\bRoomContext\b|\b[Rr]ooms?\b/, 'module or folder (prose), DeskContext (desk); ChatRoom stays'],
  [/(?<![Hh]ome )\b[Vv]isits?\b|\blogVisit\b/, 'RequestLog, request; a home visit is `home-visit`'],
  [/\bGot\b|\buseGot\b|\bTrouble\b/, 'ApiResult, useQuery, ApiFailure', false],
  [/\b\w*[Tt]ools\b/, 'deps'],
  [/\bRefused\b/, 'HttpError', false],
  [/\bmost[A-Z]\w*/, 'max…'],
  [/\b[Kk]eepers?\b|\bpatience\w*/, 'autosave, timeout'],
  [/\b(?:create)?Board\b/, 'EngineApi', false],
  [/\b[wW]hatBecame\b/, 'ContactDisposition'],
  [/\bCareStack\b|\b(?:layGround|bringToLife)\b/, 'ApiStack and OperationsStack; resources, services'],
  [/\b(?:refuseStrangers|rosterFollows|seenContact|knowContact)\b/, 'requireRegionMembers, publishChange, loadContact, contactDetails'],
  [/\b(?:tellPlace|placeOf|PlaceInQueue|CallbackPlace)\b/, 'queuePosition, positionOf, QueuePosition, CallbackRef'],
  [
    /\b[Hh]ouse (?:test|rules?|plan)\b|\bin this house\b|\bHouseRule\b|\b[Ff]loors\b|\bthe street\b|\bstreetOrder\b/,
    'architecture test, layers, journey',
  ],
]

const exempt = (path: string) =>
  path.startsWith('shared/words/') || path.startsWith('test/architecture/') || path.startsWith('test/scenarios/')

/** The words of the field, not of this project alone: each retired word comes with the one to write. */
export const retiredWords: ArchitectureRule = (files) =>
  [...codeOf(files).map(({ path, text }) => ({ path, text: withoutStrings(text) })), ...files.filter(({ path }) => path.endsWith('.md'))]
    .filter(({ path }) => !exempt(path))
    .flatMap(({ path, text }) =>
      retired.flatMap(([word, advice, inProse = true]) => {
        const found = inProse || !path.endsWith('.md') ? word.exec(text) : null
        return found ? [`${path} says “${found[0]}”; write ${advice}`] : []
      }),
    )

// Names and comments stay; what stands between quotes, in regular expressions and between the tags of a page goes.
function withoutStrings(text: string): string {
  return text
    .replaceAll(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''")
    .replaceAll(/`(?:\\.|\$\{[^}]*\}|[^`\\])*`/g, (template) => (template.match(/\$\{[^}]*\}/g) ?? []).join(' '))
}

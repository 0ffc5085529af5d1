import type * as z from 'zod'
import type { AnswerIn, Answers, Status } from '../answers.ts'

/** The roles of users of the desk. */
export type Role = 'worker' | 'coordinator'

type Key = `${'GET' | 'POST' | 'PUT'} /${string}`

/** One route as data. Errors that every route can answer (400, 401, 403, 404, 413, 415, 500) are not listed in it. */
export type Route = {
  readonly roles: 'anybody' | readonly [Role, ...Role[]]
  /** A header that only this route reads. */
  readonly header?: string
  readonly query?: z.ZodObject
  readonly body?: z.ZodType<object>
  readonly answers: Answers
}

/** Routes by their keys: `METHOD /path`. */
export type RouteTable = Readonly<Record<string, Route>>

type Way = 'input' | 'output'
type Read<Schema, To extends Way> = Schema extends z.ZodType ? (To extends 'input' ? z.input<Schema> : z.output<Schema>) : undefined

/** The names of the ids in a path: `callback` of `POST /api/desk/callbacks/:callback/claim`. */
export type NameIn<Path extends string> = Path extends `${string}/:${infer Rest}`
  ? Rest extends `${infer Name}/${infer After}`
    ? Name | NameIn<`/${After}`>
    : Rest
  : never

/** The schemas of ids by their names in paths. A name has the same meaning in all paths of a table. */
export type Ids = Readonly<Record<string, z.ZodType<string, string>>>

/** The ids of a path: `input` as written in the path, `output` after parsing. */
export type IdsIn<All extends Ids, Path extends string, To extends Way> = { [Name in NameIn<Path>]: Read<All[Name], To> }

/** The union of the bodies that a route may answer. */
export type AnswerOf<One extends Route> = AnswerIn<One['answers']>

/** The query of a route: `input` as sent, `output` after parsing; undefined = the route has none. */
export type QueryOf<One extends Route, To extends Way> = One extends { query: infer Query } ? Read<Query, To> : undefined

/** The body of a route: `input` as sent, `output` after parsing; undefined = the route has none. */
export type BodyOf<One extends Route, To extends Way> = One extends { body: infer Body } ? Read<Body, To> : undefined

// The status of an answer follows from its `kind`, so that no handler can choose a wrong one; therefore each kind may be under one status
// only. Only a 200 may be without a kind, so that a page can tell all other answers apart.
type KindIn<Schema> = Schema extends z.ZodType ? KindOf<z.output<Schema>> : never
type KindOf<Body> = Body extends { kind: infer Kind } ? (string extends Kind ? 'any text' : Kind) : 'without a kind'
type Twice<All> = {
  [At in keyof All]: KindIn<All[At]> & { [Other in Exclude<keyof All, At>]: KindIn<All[Other]> }[Exclude<keyof All, At>]
}[keyof All]
type Nameless<All> = { [At in keyof All]: Extract<KindIn<All[At]>, 'any text' | (At extends 200 ? never : 'without a kind')> }[keyof All]

type SoundAnswers<All> = [keyof All] extends [never]
  ? { answers: 'this route answers nothing' }
  : Exclude<keyof All, Status> extends never
    ? [Twice<All>] extends [never]
      ? [Nameless<All>] extends [never]
        ? unknown
        : { answers: ['an answer that nobody can recognise', Nameless<All>] }
      : { answers: ['one kind under two statuses', Twice<All>] }
    : { answers: ['no status of an answer', Exclude<keyof All, Status>] }

/**
 * The checks of a table at compile time. A wrong entry gets a type that no value has and that names the reason in the compiler's message.
 */
export type Sound<Routes, All extends Ids> = {
  [One in keyof Routes]: One extends Key
    ? Exclude<NameIn<One>, keyof All> extends never
      ? Exclude<keyof Routes[One], keyof Route> extends never
        ? Routes[One] extends { answers: infer Given }
          ? SoundAnswers<Given>
          : unknown
        : ['no such part of a route', Exclude<keyof Routes[One], keyof Route>]
      : ['no such name of an id', Exclude<NameIn<One>, keyof All>]
    : 'a route is called METHOD /path'
}

/** Returns a table unchanged; the compiler checks it against these ids. */
export function tableOf<All extends Ids>(_ids: All) {
  return <const Routes extends RouteTable>(routes: Routes & Sound<Routes, All>): Routes => routes
}

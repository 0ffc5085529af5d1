import type * as z from 'zod'
import type { AnswerIn, Answers, Status } from '../answers.ts'

/** The roles of those who sign in to the desk. */
export type Role = 'worker' | 'coordinator'

type Key = `${'GET' | 'POST' | 'PUT'} /${string}`

/** One route as data. What every route may refuse (400, 401, 403, 404, 413, 415, 500) is not repeated in it. */
export type Route = {
  readonly roles: 'anybody' | readonly [Role, ...Role[]]
  /** The header that this route reads besides those that all read. */
  readonly header?: string
  readonly query?: z.ZodObject
  readonly body?: z.ZodType<object>
  readonly answers: Answers
}

/** Routes by their names: `METHOD /path`. */
export type RouteTable = Readonly<Record<string, Route>>

type Way = 'input' | 'output'
type Read<Schema, To extends Way> = Schema extends z.ZodType ? (To extends 'input' ? z.input<Schema> : z.output<Schema>) : undefined

/** The names in an address: `callback` of `POST /api/desk/callbacks/:callback/claim`. */
export type NameIn<Path extends string> = Path extends `${string}/:${infer Rest}`
  ? Rest extends `${infer Name}/${infer After}`
    ? Name | NameIn<`/${After}`>
    : Rest
  : never

/** The ids of an address by their names: a name means the same in every address of a table. */
export type Ids = Readonly<Record<string, z.ZodType<string, string>>>

/** The ids that an address names: `input` as they are written in it, `output` as they are read. */
export type IdsIn<All extends Ids, Path extends string, To extends Way> = { [Name in NameIn<Path>]: Read<All[Name], To> }

/** Every body that a route may answer, whatever its status. */
export type AnswerOf<One extends Route> = AnswerIn<One['answers']>

/** What a route asks in its query: `input` as it is sent, `output` as it is read; undefined = nothing. */
export type QueryOf<One extends Route, To extends Way> = One extends { query: infer Query } ? Read<Query, To> : undefined

/** What a route asks in its body: `input` as it is sent, `output` as it is read; undefined = nothing. */
export type BodyOf<One extends Route, To extends Way> = One extends { body: infer Body } ? Read<Body, To> : undefined

// The status follows from the answer's `kind`, so that no handler can choose another: each kind stands under one status. Only a 200 may have
// none, so that a page recognises every other answer.
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

/** What a table must be besides well formed; the wrong entry turns red and says why. */
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

/** Checks a table while it compiles, and hands it on as it is. */
export function tableOf<All extends Ids>(_ids: All) {
  return <const Routes extends RouteTable>(routes: Routes & Sound<Routes, All>): Routes => routes
}

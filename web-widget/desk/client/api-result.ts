/** Why a request gave no result. The desk has a text of its own for each `why`. */
export type ApiFailure = {
  kind: 'failed'
  why: 'unreachable' | 'signed-out' | 'other-worker' | 'not-a-worker' | 'not-found' | 'broken'
  sentence: string | null
}
export type ApiResult<Body> = { kind: 'ok'; body: Body } | ApiFailure

/** Why a door gave nothing: the desk says each in its own words. */
export type ApiFailure = {
  kind: 'failed'
  why: 'unreachable' | 'signed-out' | 'other-worker' | 'not-a-worker' | 'not-found' | 'broken'
  sentence: string | null
}
export type ApiResult<Body> = { kind: 'ok'; body: Body } | ApiFailure

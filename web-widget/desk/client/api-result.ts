/** Why a door gave nothing: the desk says each in its own words. */
export type Trouble = {
  kind: 'trouble'
  why: 'unreachable' | 'signed-out' | 'other-worker' | 'not-a-worker' | 'not-found' | 'broken'
  sentence: string | null
}
export type Got<Body> = { kind: 'got'; body: Body } | Trouble

import { describe, expect, it } from 'vitest'
import { changeVersioned } from '../../../shared/storage/table/change-versioned.ts'

/** A counter with a version. Before a save succeeds, others change it as often as `changesOfOthers` says. */
function counter(changesOfOthers: number) {
  let state = { count: 0, version: 0 }
  let left = changesOfOthers
  const asked: number[] = []
  return {
    asked,
    now: () => state,
    change: () =>
      changeVersioned({
        read: async () => state,
        rule: ({ count }) => {
          asked.push(count)
          return count + 1
        },
        save: async ({ version }, count) => {
          if (left > 0) {
            left -= 1
            state = { count: state.count + 10, version: state.version + 1 }
          }
          if (state.version !== version) return 'stale'
          state = { count, version: version + 1 }
          return 'saved'
        },
      }),
  }
}

describe('a change on the version that was read', () => {
  it('is saved, and tells on which state it was decided', async () => {
    const one = counter(0)
    expect(await one.change()).toEqual({ kind: 'settled', standing: { count: 0, version: 0 }, outcome: 1 })
    expect(one.now()).toEqual({ count: 1, version: 1 })
  })

  it('is decided anew on what others left', async () => {
    const one = counter(3)
    expect(await one.change()).toMatchObject({ kind: 'settled', outcome: 31 })
    expect(one.asked).toEqual([0, 10, 20, 30])
  })

  it('is given up when others are faster every time', async () => {
    const one = counter(Number.POSITIVE_INFINITY)
    expect(await one.change()).toEqual({ kind: 'contended' })
    expect(one.asked).toHaveLength(20)
  })

  it('that changes nothing is not saved', async () => {
    const outcome = await changeVersioned({ read: async () => 1, rule: () => 'too-late', save: () => 'nothing-to-save' })
    expect(outcome).toEqual({ kind: 'settled', standing: 1, outcome: 'too-late' })
  })
})

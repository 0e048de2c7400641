import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countOf,
  type PickCandidate,
  type PickWish,
  pickForms,
  pickText,
  type SpotPick,
  verifyPick,
} from '#domain/spot-checks/pick'

const five: PickCandidate[] = [
  ['m1', 10],
  ['m2', 40],
  ['m3', 40],
  ['m4', 0],
  ['m5', 70],
].map(([id, points]) => ({ monitoringId: String(id), name: `项目${id}`, points: Number(points) }))

function wish(change: Partial<PickWish> = {}): PickWish {
  return { way: 'risk', size: { by: 'count', value: 3 }, ids: [], reason: '', ...change }
}

describe('by risk', () => {
  it('takes the highest first, equal ones by id', () => {
    expect(pickForms(wish(), five, '').picked).toEqual(['m5', 'm2', 'm3'])
  })
  it.each([
    [20, 1],
    [21, 2],
    [40, 2],
    [41, 3],
    [100, 5],
  ])('a share of %d percent of five is %d', (value, count) => {
    expect(countOf({ by: 'share', value }, 5)).toBe(count)
    expect(pickForms(wish({ size: { by: 'share', value } }), five, '').picked).toHaveLength(count)
  })
})

describe('by chance', () => {
  const random = wish({ way: 'random', size: { by: 'count', value: 2 } })
  it('is what an independent implementation of the published algorithm gives', () => {
    expect(pickForms(random, five, 'seed').picked).toEqual(['m5', 'm1'])
  })

  it('is the same for the same seed, whatever the order of the candidates', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 30 }),
        fc.string({ minLength: 1 }),
        (ids, seed) => {
          const list = ids.map((monitoringId) => ({ monitoringId, name: '', points: 0 }))
          const { picked } = pickForms(random, list, seed)
          expect(pickForms(random, list.toReversed(), seed).picked).toEqual(picked)
          expect(new Set(picked).size).toBe(2)
        },
      ),
    )
  })
  it('takes no account of the risk, and every form has its turn', () => {
    const firsts = new Set(
      Array.from({ length: 60 }, (_, seed) => pickForms(random, five, `s${seed}`).picked[0]),
    )
    expect([...firsts].sort()).toEqual(['m1', 'm2', 'm3', 'm4', 'm5'])
  })
})

describe('by hand', () => {
  it('takes what was named, with a reason', () => {
    expect(pickForms(wish({ way: 'hand', ids: ['m4', 'm1'], reason: '信访' }), five, '').picked).toEqual([
      'm1',
      'm4',
    ])
  })
  it.each([
    [{ ids: ['m1'], reason: ' ' }, 'pick-reason'],
    [{ ids: [], reason: '信访' }, 'pick-ids'],
    [{ ids: ['m9'], reason: '信访' }, 'pick-ids'],
  ])('refuses %o', (change, code) => {
    const outcome = pickForms(wish({ way: 'hand', ...change }), five, '')
    expect(outcome.problems.map((problem) => problem.code)).toEqual([code])
    expect(outcome.picked).toEqual([])
  })
})

it.each([
  [{ by: 'count', value: 0 }, 'pick-size'],
  [{ by: 'count', value: 6 }, 'pick-size'],
  [{ by: 'count', value: 1.5 }, 'pick-size'],
  [{ by: 'share', value: 0 }, 'pick-size'],
  [{ by: 'share', value: 101 }, 'pick-size'],
] as const)('a size of %o is refused', (size, code) => {
  expect(pickForms(wish({ size }), five, '').problems.map((problem) => problem.code)).toEqual([code])
})

it('says where there is nothing to pick', () => {
  expect(pickForms(wish(), [], '').problems[0]?.message).toBe('没有可以抽取的监控表。')
})

describe('the record of a pick', () => {
  const { picked } = pickForms(wish({ way: 'random' }), five, 'seed')
  const marks = { revision: 1, changedAt: '', changedBy: '' }
  const made = {
    id: 'p',
    bookId: 'b',
    roundId: 'r',
    name: '',
    at: '',
    by: '赵强',
    duty: 'inspection',
  } as const
  const pick: SpotPick = {
    ...made,
    ...marks,
    wish: wish({ way: 'random' }),
    seed: 'seed',
    candidates: five,
    excluded: [],
    picked,
  }

  it('is computed again from itself', () => expect(verifyPick(pick)).toEqual([]))
  it('shows where it was altered', () => {
    expect(verifyPick({ ...pick, picked: [...picked].reverse() })).toHaveLength(1)
    expect(verifyPick({ ...pick, seed: 'other' })).toHaveLength(1)
    expect(
      verifyPick({ ...pick, candidates: five.filter(({ monitoringId }) => monitoringId !== picked[0]) }),
    ).toHaveLength(1)
  })
  it('has its phrase', () => {
    expect(pickText(pick)).toBe('随机抽取 3 份')
    const share = { ...pick, wish: wish({ way: 'risk', size: { by: 'share', value: 50 } }) }
    expect(pickText(share)).toBe('按风险 50%（3 份）')
  })
})

import { describe, expect, it } from 'vitest'
import { type Draw, type DrawRequest, drawExperts } from '#domain/experts/draw'
import { membersOf, replaceDrawn, verifyDraw } from '#domain/experts/draw-record'
import type { Expert } from '#domain/experts/expert'
import { shippedExpertRules as rules } from '#domain/experts/expert-rules'
import { expert, manyExperts, request, today } from './sample.ts'

const seed = '0123456789abcdef0123456789abcdef'
const wanted: DrawRequest['wanted'] = [
  { field: 'finance', specialty: '', count: 2 },
  { field: 'industry', specialty: '', count: 1 },
]

function record(experts: readonly Expert[]): Draw {
  const wish = request({ wanted })
  const { pool, excluded, drawn } = drawExperts(wish, experts, seed, rules)
  const [at, by] = ['2026-06-15T02:00:00.000Z', '王某']
  return {
    id: 'd',
    bookId: 'b',
    subject: wish.subject,
    assessmentId: '',
    unitCode: wish.unitCode,
    request: wish,
    rulesId: rules.id,
    seed,
    pool,
    excluded,
    drawn,
    replaced: [],
    at,
    by,
    duty: 'investment',
    revision: 1,
    changedAt: at,
    changedBy: by,
  }
}

function replaced(draw: Draw, outId: string, experts: readonly Expert[]): Draw {
  const outcome = replaceDrawn(draw, outId, '时间冲突', experts, today, rules)
  if ('problem' in outcome) throw new Error(outcome.problem.message)
  const { found } = outcome
  return { ...draw, replaced: [...draw.replaced, { ...found, at: draw.at, by: draw.by }] }
}

const register = [...manyExperts(24), expert('own', { workUnit: '南江县水利局', fields: ['finance'] })]
const first = (draw: Draw) => membersOf(draw)[0]?.id ?? ''

describe('补抽', () => {
  it('takes the next of the field who was never in the draw', () => {
    let draw = record(register)
    const seen = new Set(draw.drawn.map(({ id }) => id))
    // Six of the 24 are in finance, two sit: four can follow, the fifth time nobody is left.
    for (let turn = 0; turn < 4; turn++) {
      draw = replaced(draw, first(draw), register)
      const { id, field } = membersOf(draw)[0] ?? { id: '', field: '' }
      expect(seen.has(id)).toBe(false)
      expect(field).toBe('finance')
      expect(id).not.toBe('own')
      seen.add(id)
      expect(verifyDraw(draw, rules)).toEqual([])
    }
    const none = replaceDrawn(draw, first(draw), '时间冲突', register, today, rules)
    expect(none).toMatchObject({ problem: { at: 'replace' } })
  })

  it('passes over who may no longer be drawn, and says why', () => {
    const draw = record(register)
    const next = replaced(draw, first(draw), register).replaced[0]?.inId ?? ''
    const since = register.map((each) => (each.id === next ? { ...each, state: 'suspended' as const } : each))
    const after = replaced(draw, first(draw), since)
    expect(after.replaced[0]?.inId).not.toBe(next)
    expect(after.replaced[0]?.skipped).toMatchObject([{ id: next, reason: '暂停抽取' }])
    expect(verifyDraw(after, rules)).toEqual([])
    const gone = replaced(
      draw,
      first(draw),
      register.filter(({ id }) => id !== next),
    )
    expect(gone.replaced[0]?.skipped).toMatchObject([{ id: next, reason: '已不在专家库' }])
  })

  it('wants a reason, and a member', () => {
    const draw = record(register)
    expect(replaceDrawn(draw, first(draw), ' ', register, today, rules)).toHaveProperty(
      'problem.at',
      'reason',
    )
    expect(replaceDrawn(draw, 'own', '病假', register, today, rules)).toHaveProperty('problem.at', 'replace')
  })
})

describe('复核', () => {
  const honest = replaced(record(register), first(record(register)), register)
  const [one] = honest.drawn
  const [change] = honest.replaced
  const outsider = honest.pool.find(({ id }) => !membersOf(honest).some((member) => member.id === id))

  it('finds an honest record right', () => {
    expect(verifyDraw(honest, rules)).toEqual([])
    // What came back from a file is the same record.
    expect(verifyDraw(JSON.parse(JSON.stringify(honest)), rules)).toEqual([])
  })

  it.each<[string, Draw]>([
    ['another seed', { ...honest, seed: seed.replace('0', '1') }],
    [
      'a member put in',
      {
        ...honest,
        drawn: honest.drawn.map((each) => (each === one ? { ...each, id: outsider?.id ?? '' } : each)),
      },
    ],
    [
      'a name changed',
      { ...honest, drawn: honest.drawn.map((each) => (each === one ? { ...each, name: '另一人' } : each)) },
    ],
    ['a member left out', { ...honest, drawn: honest.drawn.slice(1) }],
    [
      'a candidate taken out of the pool',
      { ...honest, pool: honest.pool.filter(({ id }) => id !== one?.id) },
    ],
    [
      'an excluded one among the candidates',
      {
        ...honest,
        excluded: [
          ...honest.excluded,
          { ...honest.pool[0], id: honest.pool[0]?.id ?? '', name: '某', reason: '回避' },
        ],
      },
    ],
    ['another count', { ...honest, request: { ...honest.request, wanted: wanted.slice(0, 1) } }],
    [
      'a replacement by choice',
      {
        ...honest,
        replaced: honest.replaced.map((each) => ({
          ...each,
          inId:
            honest.pool
              .filter(({ id }) => id !== change?.inId && !honest.drawn.some((d) => d.id === id))
              .at(-1)?.id ?? '',
        })),
      },
    ],
    [
      'a replacement of a stranger',
      { ...honest, replaced: honest.replaced.map((each) => ({ ...each, outId: 'own' })) },
    ],
  ])('shows %s', (_, forged) => {
    expect(verifyDraw(forged, rules)).not.toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { type ExaminedForm, examineSelfEvaluations } from '#domain/credibility/examine'
import type { Label } from './agreement.ts'
import { agreementOf } from './agreement.ts'
import { full, labelled, labels, list } from './labelled.ts'
import { type Facts, honest, pack } from './sample.ts'

function examined(list: readonly (readonly [id: string, facts: Facts])[]): ExaminedForm[] {
  const all = list.map(([id, facts]) => honest(id, facts))
  return examineSelfEvaluations(
    all.map(({ form }) => form),
    new Map(all.map(({ form, approved }) => [form.goalId, approved])),
    pack,
  )
}

describe('doubts on a labelled set', () => {
  const all = examined(list)

  it('are right where they are raised, and miss little', () => {
    const { all: sum } = agreementOf(all, labels)
    expect(sum.labelled).toBe(labels.length)
    expect(sum.right * 100).toBeGreaterThanOrEqual(sum.said * 95)
    expect(sum.right * 100).toBeGreaterThanOrEqual(sum.labelled * 95)
  })

  it('are raised by every rule that the set has a case of', () => {
    const { byCode } = agreementOf(all, labels)
    for (const code of new Set(labels.map((label) => label.code)))
      expect(byCode[code]?.right, code).toBeGreaterThan(0)
    expect(Object.keys(byCode)).toHaveLength(14)
  })

  it.each(labelled.map(([name, , codes], index) => [name, `f${index}`, codes] as const))(
    '%s',
    (_name, id, codes) => {
      const form = all.find((one) => one.form.id === id)
      expect([...new Set(form?.findings.map(({ code }) => code))].sort()).toEqual([...codes].sort())
    },
  )
})

describe('agreement', () => {
  it('counts a doubt once a form, and tells wrong from missed', () => {
    const forms = examined([['x', { entries: { a: { value: '100' }, b: { value: '80' } } }]])
    const wanted: Label[] = [
      { formId: 'x', code: 'target-changed' },
      { formId: 'x', code: 'zero-without-reason' },
    ]
    const { all, byCode } = agreementOf(forms, wanted)
    expect(byCode['target-changed']).toEqual({ said: 1, right: 1, labelled: 1 })
    expect(byCode['zero-without-reason']).toEqual({ said: 0, right: 0, labelled: 1 })
    expect(byCode['all-full']).toEqual({ said: 1, right: 0, labelled: 0 })
    expect(all).toEqual({ said: 2, right: 1, labelled: 2 })
  })
})

describe('the list for the 抽查', () => {
  it('ranks by doubt and lights the sentence', () => {
    const [first, second] = examined([
      ['calm', {}],
      [
        'loud',
        {
          paid: 40,
          entries: { ...full, b: { value: '50' } },
          texts: { summary: '通过本项目实施，群众出行条件明显改善' },
        },
      ],
    ])
    expect(first).toMatchObject({ form: { id: 'loud' }, points: 30, level: 'high' })
    expect(second).toMatchObject({ form: { id: 'calm' }, points: 0, level: 'low' })
    const changed = first?.findings.find(({ code }) => code === 'target-changed')
    expect(changed).toMatchObject({ at: 'entries.b.value', sentence: '≥50%', mark: '拟' })
    expect(changed?.message).toContain('批复为 ≥90%')
  })

  it('counts one kind of doubt no more often than its rule allows', () => {
    const [form] = examined([
      ['x', { entries: { a: { value: '1' }, b: { value: '1' }, c: { value: '99' }, d: { value: '1' } } }],
    ])
    const { points, most } = pack.evaluation.credibility.checks['target-changed']
    expect(form?.findings.filter(({ code }) => code === 'target-changed')).toHaveLength(4)
    expect(form?.points).toBe(points * most + pack.evaluation.credibility.checks['all-full'].points)
  })

  it('takes 500 forms in less than a second', () => {
    const many = Array.from({ length: 500 }, (_, index): [string, Facts] => [
      `m${index}`,
      {
        unitId: `u${index % 60}`,
        texts: {
          summary: `第 ${index} 个项目按批复内容完成，验收合格。群众出行条件得到明显改善，沿线产业得到发展。`,
          measures: `针对第 ${index % 40} 类问题，进一步细化年度绩效目标并加强过程管理。`,
        },
      },
    ])
    const all = many.map(([id, facts]) => honest(id, facts))
    const approved = new Map(all.map(({ form, approved: goal }) => [form.goalId, goal]))
    const found = examineSelfEvaluations(
      all.map(({ form }) => form),
      approved,
      pack,
    )
    expect(found).toHaveLength(500)
    expect(found.every(({ findings }) => findings.some(({ code }) => code === 'text-across'))).toBe(true)
  })

  it('leaves out what it cannot score, and works without the goal', () => {
    const { form } = honest('x')
    expect(examineSelfEvaluations([{ ...form, editionId: 'other' }], new Map(), pack)).toEqual([])
    expect(examineSelfEvaluations([form], new Map(), pack)).toMatchObject([{ points: 0 }])
  })
})

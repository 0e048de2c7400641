import { describe, expect, it } from 'vitest'
import {
  agreementOf,
  type ExaminedForm,
  examineSelfEvaluations,
  type Label,
} from '#domain/credibility/examine'
import type { CredibilityCode } from '#domain/credibility/rules'
import { type Facts, honest, pack } from './sample.ts'

function examined(list: readonly (readonly [id: string, facts: Facts])[]): ExaminedForm[] {
  const all = list.map(([id, facts]) => honest(id, facts))
  return examineSelfEvaluations(
    all.map(({ form }) => form),
    new Map(all.map(({ form, approved }) => [form.goalId, approved])),
    pack,
  )
}

const full = { a: { actual: '121', deviation: '' } }
const exactly = {
  a: { actual: '120', deviation: '' },
  b: { actual: '90' },
  c: { actual: '8' },
  d: { actual: '5' },
  e: { actual: '90' },
}

/** Forms labelled by hand: which doubts would a careful reader have? */
const labelled: readonly [name: string, facts: Facts, codes: readonly CredibilityCode[]][] = [
  ['honest', {}, []],
  [
    'honest, little spent and little done',
    { paid: 50, entries: { a: { actual: '60', deviation: '招标流标两次，十月才开工' } } },
    [],
  ],
  ['spent little because it was cheaper', { paid: 82, entries: { c: { actual: '6' } } }, []],
  [
    'nothing of one indicator, and why',
    { entries: { d: { actual: '0', deviation: '当年事故数与上年持平' } } },
    [],
  ],
  ['an own score below the rules', { entries: { b: { own: 1200, ownReason: '两处路段返工' } } }, []],
  [
    'a reason of what was missed last year',
    { entries: { b: { deviation: '上年未完成的路段本年一并补修' } } },
    [],
  ],
  [
    'a target adjusted downwards in the form and in the book',
    { entries: { a: { value: '118' } }, approved: { a: { value: '118' } } },
    ['all-full'],
  ],
  ['a project beside the environment', { entries: { d: { name: '沿线垃圾清理覆盖率' } } }, []],
  ['part of the money of the counties missing', { texts: { fundsReason: '乡镇配套部分资金未到位' } }, []],
  ['an indicator that nobody can place', { entries: { d: { name: '项目持续发挥作用' } } }, []],
  ['full marks', { entries: full }, ['all-full']],
  ['full marks without the money', { paid: 40, entries: full }, ['full-low-execution']],
  ['nearly full without the money', { paid: 50, entries: { a: { actual: '119' } } }, ['high-low-execution']],
  ['exactly the targets', { entries: exactly }, ['all-full', 'all-on-target']],
  ['above the rules', { entries: { a: { own: 1995, ownReason: '基本完成' } } }, ['score-above-rules']],
  ['zero and no word', { entries: { d: { actual: '0' } } }, ['zero-without-reason']],
  [
    'praise where it was missed',
    { entries: { a: { actual: '80', deviation: '各项工作按计划推进' } } },
    ['reason-against-numbers'],
  ],
  [
    'an excuse where it was reached',
    { entries: { b: { deviation: '部分路段尚未完工' } } },
    ['reason-against-numbers'],
  ],
  [
    'no money, all of it spent',
    { paid: 98, texts: { problems: '上级资金一直未到位' } },
    ['reason-against-numbers'],
  ],
  ['another target', { entries: { a: { value: '100' } } }, ['target-changed', 'all-full']],
  ['another target and another sign', { entries: { b: { operator: '≤' } } }, ['target-changed']],
  ['one left out', { dropped: ['d'] }, ['indicator-dropped']],
  ['weights on what is easy', { entries: { a: { weight: 1500 }, e: { weight: 1500 } } }, ['weight-moved']],
  ['weights on what is easy, a little', { entries: { a: { weight: 1900 }, e: { weight: 1100 } } }, []],
  [
    'benefit of 95 % out of nowhere',
    {
      entries: { d: { name: '维护社会稳定', value: '95', actual: '96', method: '' } },
      approved: { d: { value: '95' } },
    },
    ['benefit-without-method'],
  ],
  [
    'wages measured by the environment',
    { name: '村组干部报酬', entries: { d: { name: '保护生态环境卫生' } } },
    ['foreign-indicator'],
  ],
  [
    'a library measured by roads',
    {
      name: '图书馆免费开放',
      entries: {
        a: { name: '接待读者' },
        b: { name: '图书完好率' },
        c: { name: '活动成本' },
        d: { name: '疫苗接种及时率' },
        e: { name: '读者满意度' },
      },
    },
    ['foreign-indicator'],
  ],
  [
    'copied from another unit, first',
    { texts: { summary: '通过本项目实施，沿线产业发展和群众出行条件明显改善' } },
    ['text-across'],
  ],
  [
    'copied from another unit, second',
    { texts: { measures: '通过本项目实施，沿线产业发展和群众出行条件明显改善' } },
    ['text-across'],
  ],
  [
    'the same within a unit, first',
    { unitId: 'same', texts: { problems: '养护队伍人员不足，机械设备老化严重影响养护效率' } },
    ['text-within'],
  ],
  [
    'the same within a unit, second',
    { unitId: 'same', texts: { problems: '养护队伍人员不足，机械设备老化严重影响养护效率' } },
    ['text-within'],
  ],
  [
    'a citation that all share',
    { texts: { summary: '按照《农村公路养护管理办法》组织实施并按季度考核养护质量' } },
    [],
  ],
  [
    'a citation that all share, again',
    { texts: { summary: '按照《农村公路养护管理办法》组织实施并按季度考核养护质量' } },
    [],
  ],
  ['a short sentence that all share', { texts: { measures: '加强日常管理。' } }, []],
  ['a short sentence that all share, again', { texts: { measures: '加强日常管理。' } }, []],
]

/** Form ids are the places in the list. */
const list = labelled.map(([, facts], index) => [`f${index}`, facts] as const)
const labels: Label[] = labelled.flatMap(([, , codes], index) =>
  codes.map((code) => ({ formId: `f${index}`, code })),
)

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
    const began = performance.now()
    const found = examineSelfEvaluations(
      all.map(({ form }) => form),
      approved,
      pack,
    )
    expect(performance.now() - began).toBeLessThan(1000)
    expect(found).toHaveLength(500)
    expect(found.every(({ findings }) => findings.some(({ code }) => code === 'text-across'))).toBe(true)
  })

  it('leaves out what it cannot score, and works without the goal', () => {
    const { form } = honest('x')
    expect(examineSelfEvaluations([{ ...form, editionId: 'other' }], new Map(), pack)).toEqual([])
    expect(examineSelfEvaluations([form], new Map(), pack)).toMatchObject([{ points: 0 }])
  })
})

import type { CredibilityCode } from '#domain/credibility/rules'
import type { Label } from './agreement.ts'
import type { Facts } from './sample.ts'

/** Every target reached. */
export const full = { a: { actual: '121', deviation: '' } }
const exactly = {
  a: { actual: '120', deviation: '' },
  b: { actual: '90' },
  c: { actual: '8' },
  d: { actual: '5' },
  e: { actual: '90' },
}

/** Forms labelled by hand: which doubts would a careful reader have? */
export const labelled: readonly [name: string, facts: Facts, codes: readonly CredibilityCode[]][] = [
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
export const list = labelled.map(([, facts], index) => [`f${index}`, facts] as const)
export const labels: Label[] = labelled.flatMap(([, , codes], index) =>
  codes.map((code) => ({ formId: `f${index}`, code })),
)

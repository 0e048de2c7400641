import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { indicatorScore } from '#domain/evaluation/indicator-score'
import { type DifferenceKind, differenceOf } from '#domain/evaluation/published-score'
import { parseWeight } from '#domain/goals/weights'
import { parseTarget } from '#domain/target'
import { pack } from './sample.ts'

type Row = {
  level1: string | null
  level2: string | null
  level3: string
  target: string
  weight: number | null
  actual?: string | null
  score?: string | null
}
type Expected = Record<string, { forms: { kind: string; rows: Row[] }[] }>

const expected = JSON.parse(
  readFileSync(new URL('../../fixtures/forms/expected.json', import.meta.url), 'utf8'),
) as Expected // our own fixture

type Difference = [name: string, written: number, ours: number | null, kind: DifferenceKind, cause: string]

const noValue = '原表没有填指标值和完成值就记了分，系统要求先填写'
const judged = '原表没有按完成比例记分'

/** Every difference, by form, with its cause as found by reading the form. */
const causes: Readonly<Record<string, readonly Difference[]>> = {
  'S08-self-national.xlsx': [
    [
      '指标1工程资金金额',
      900,
      1000,
      'below',
      '规则包：没有符号的金额按不超过指标值记，37.24 没有超过 43.2；原表按 37.24 ÷ 43.2 取整',
    ],
  ],
  'S10-self-national.xls': [
    ['指标1:工程质量合格', 1000, null, 'unread', noValue],
    ['指标1:年度资金支付完成率100%', 1000, null, 'unread', noValue],
    ['指标1:资金执行在预算范围内', 1000, null, 'unread', noValue],
    ['指标1:全市安全度汛', 1000, null, 'unread', noValue],
    ['指标1:保护全市人口财产不受损失', 1000, null, 'unread', noValue],
    ['指标1:已建工程良性运行', 1000, null, 'unread', noValue],
  ],
  'S14-self-sichuan.xlsx': [
    ['资金到位及时率', 700, 1000, 'below', '原表完成值 100% 而扣 3 分，数字没有反映扣分事项'],
    ['政策知晓率', 900, 980, 'rounded', '取位：原表只记整数分，舍去 0.8 分'],
    ['家长满意度', 1000, null, 'unread', '原表指标值没有单位（≧95）而完成值带 %，系统不猜单位'],
  ],
  'S16-self-national.xlsx': [
    ['1居民健康档案', 300, 292, 'rounded', '取位：2.92 分进为 3 分'],
    ['8接种率', 190, 195, 'rounded', '取位：1.946 分记为 1.9 分'],
    ['12', 180, 190, 'rounded', '取位：1.897 分舍去为 1.8 分'],
    ['13', 180, 190, 'rounded', '取位：1.897 分舍去为 1.8 分'],
    ['14早孕建册', 100, 115, 'rounded', '取位：1.15 分舍去为 1 分'],
    ['15老年人体检', 140, 143, 'rounded', '取位：1.428 分记为 1.4 分'],
    ['16高血压规范管理', 190, 169, 'above', judged],
    ['17随访控制', 180, 169, 'above', judged],
    ['18糖尿病', 180, 161, 'above', judged],
    ['19', 170, 158, 'above', judged],
    ['20精神障碍', 180, 197, 'below', judged],
    ['22中医药', 140, 143, 'rounded', '取位：1.428 分记为 1.4 分'],
    ['23 0-36月龄', 180, 125, 'above', judged],
    ['25家庭医生签约率', 170, 183, 'below', judged],
  ],
  'S25-self-sichuan.xlsx': [
    ['管理机制健全性', 500, null, 'unread', '原表完成值照抄量表名“好坏”，没有选定一档'],
  ],
  'S36-self-national.xlsx': [
    ['成本节约率', 0, null, 'unread', '原表是没有填完成值的空表，各项记 0 分'],
    ['在校园普及足球运动技术', 0, null, 'unread', '原表是没有填完成值的空表，各项记 0 分'],
    ['媒体播出满意度', 0, null, 'unread', '原表是没有填完成值的空表，各项记 0 分'],
  ],
}

function scored(row: Row) {
  const weight = row.weight === null ? null : parseWeight(String(row.weight))
  const place = { level1: row.level1 ?? '', level2: row.level2 ?? '', name: row.level3 }
  return indicatorScore(
    { ...place, ...parseTarget(row.target), weight, actual: row.actual ?? '', targetTooLow: false },
    pack,
  )
}

const forms = Object.entries(expected).filter(([, { forms: list }]) =>
  list.some(({ kind }) => kind === 'self-evaluation'),
)

describe('published self-evaluations, scored anew', () => {
  it.each(forms.map(([file, { forms: list }]) => [file, list.flatMap(({ rows }) => rows)] as const))(
    '%s: every difference has its cause',
    (file, rows) => {
      const differences = rows.flatMap((row): Difference[] => {
        const written = row.score ? parseWeight(row.score) : null
        const auto = scored(row)
        const difference = written === null ? null : differenceOf(written, auto)
        if (written === null || !difference) return []
        const known = causes[file]?.find(([name]) => name === row.level3)
        return [[row.level3, written, auto.score, difference.kind, known?.[4] ?? '没有说明']]
      })
      expect(differences).toEqual(causes[file] ?? [])
    },
  )

  it('carries scores in 69 rows, of which 41 agree', () => {
    const rows = forms
      .flatMap(([, { forms: list }]) => list.flatMap((form) => form.rows))
      .filter(({ score }) => score)
    const agreeing = rows.filter(
      (row) => differenceOf(parseWeight(row.score ?? '') ?? -1, scored(row)) === null,
    )
    expect([rows.length, agreeing.length]).toEqual([69, 41])
    expect(Object.values(causes).flat()).toHaveLength(rows.length - agreeing.length)
  })

  it('does not take 0.88 for 88 %, nor for less than one', () => {
    const rate = expected['S01-self-sichuan.xlsx']?.forms[0]?.rows.find(
      ({ level3 }) => level3 === '预算执行率',
    )
    if (!rate) throw new Error('no such row')
    expect(scored(rate)).toMatchObject({
      score: null,
      why: '完成值 0.88 像是没有乘 100 的百分比，请核对后填写',
    })
  })
})

describe('a written score beside the one by the rules', () => {
  const auto = (score: number | null) =>
    ({ score, why: '不能判定', formula: '', inputs: [], span: null, clause: '', mark: '源' }) as const
  it.each([
    [1000, 1000, undefined],
    [900, 980, 'rounded'],
    [1000, 951, 'rounded'],
    [1000, 950, 'above'],
    [190, 195, 'rounded'],
    [180, 191, 'below'],
    [205, 195, 'above'],
    [500, null, 'unread'],
  ])('%i beside %s is %s', (written, score, kind) => {
    expect(differenceOf(written, auto(score))?.kind).toBe(kind)
  })
})

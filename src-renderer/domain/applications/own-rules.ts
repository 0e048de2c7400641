import { checkAnalysisRules } from '../analysis/validate.ts'
import type { Moment } from '../dates.ts'
import type { DisclosureRule } from '../disclosures/rules.ts'
import { disclosurePlaces } from '../disclosures/rules.ts'
import { checkDisclosureRules } from '../disclosures/validate.ts'
import { objectKinds } from '../goals/goal.ts'
import type { Problem } from '../problem.ts'
import { fault } from '../rules/fault.ts'
import { checkApplicationRules } from '../rules/validate-applications.ts'
import type { Sourced, YearRules } from '../year-rules.ts'
import { measuresText, type ProposalRule, resultNames, sourceKinds } from './rules.ts'

/** The rules of 结果应用、信息公开 and 预算分析 in a pack. */
export type ClosingRules = Pick<YearRules, 'applications' | 'disclosure' | 'analysis'>

/** A number of them that a bureau may set for itself; money is written in 万元. */
type OwnNumber = {
  group: 'deadlines' | 'analysis'
  name: string
  unit: '个工作日' | '%' | '年' | '次' | '倍' | '个' | '万元' | '句'
  /** What happens at it, for the one who changes it. */
  about: string
  least: number
  most: number
  entry: (rules: ClosingRules) => Sourced
  read: (rules: ClosingRules) => number
  put: (rules: ClosingRules, value: number, source: Sourced) => ClosingRules
}

type Analysis = ClosingRules['analysis']
type Shown = Pick<OwnNumber, 'name' | 'unit' | 'about' | 'least' | 'most'>

function ofAnalysis<Part extends keyof Analysis>(
  part: Part,
  param: Exclude<keyof Analysis[Part], keyof Sourced> & string,
  shown: Shown,
  scale = 1,
): OwnNumber {
  const numbers = ({ analysis }: ClosingRules): Readonly<Record<string, unknown>> => analysis[part]
  return {
    ...{ ...shown, group: 'analysis' },
    entry: ({ analysis }) => analysis[part],
    read: (rules) => Math.round(Number(numbers(rules)[param]) / scale),
    put: (rules, value, source) => {
      const changed = { ...rules.analysis[part], ...source, [param]: value * scale }
      return { ...rules, analysis: { ...rules.analysis, [part]: changed } }
    },
  }
}

const fenOfWan = 1_000_000
const percent = { unit: '%', least: 1, most: 100 } as const

/** The numbers by id, in the order of the page. */
export const ownClosingNumbers = {
  'carry-days': {
    ...{ group: 'deadlines', name: '落实和反馈期限', unit: '个工作日', least: 1, most: 250 },
    about: '审定后支出管理科落实并书面反馈的期限',
    entry: ({ applications }) => applications,
    read: ({ applications }) => applications.workingDays,
    put: (rules, workingDays, source) => ({
      ...rules,
      applications: { ...rules.applications, ...source, workingDays },
    }),
  },
  'rectify-days': {
    ...{ group: 'deadlines', name: '整改期限', unit: '个工作日', least: 1, most: 250 },
    about: '下达整改后单位报送整改结果的期限',
    entry: ({ applications }) => applications.rectification,
    read: ({ applications }) => applications.rectification.workingDays,
    put: (rules, workingDays, source) => {
      const rectification = { ...rules.applications.rectification, ...source, workingDays }
      return { ...rules, applications: { ...rules.applications, rectification } }
    },
  },
  'repeated-name': ofAnalysis('repeated', 'nameShare', {
    ...{ ...percent, name: '重复项目：名称相同' },
    about: '名称相同的部分不低于它，列为疑似重复',
  }),
  'repeated-text': ofAnalysis('repeated', 'textShare', {
    ...{ ...percent, name: '重复项目：文字相同' },
    about: '立项内容相同的部分不低于它，列为疑似重复',
  }),
  'repeated-sentences': ofAnalysis('repeated', 'sentences', {
    ...{ name: '重复项目：相同句子', unit: '句', least: 1, most: 50 },
    about: '相同的句子不少于它，才比较文字',
  }),
  'merge-name': ofAnalysis('merge', 'nameShare', {
    ...{ ...percent, name: '可整合项目：名称相近' },
    about: '同一部门名称相近的部分不低于它，建议整合',
  }),
  'expiring-years': ofAnalysis('expiring', 'yearsAhead', {
    ...{ name: '到期政策：提前', unit: '年', least: 0, most: 5 },
    about: '在这么多年内到期的政策和项目列出',
  }),
  'low-times': ofAnalysis('low', 'times', {
    ...{ name: '低效单位：次数', unit: '次', least: 1, most: 20 },
    about: '近四年结果为中、差不少于它的部门列出',
  }),
  'unspent-share': ofAnalysis('unspent', 'paidShare', {
    ...{ ...percent, name: '支出缓慢：占应支出' },
    about: '支出不到序时应支出的它，列出',
  }),
  'unspent-least': ofAnalysis(
    'unspent',
    'least',
    {
      ...{ name: '支出缓慢：未支出不少于', unit: '万元', least: 0, most: 100_000 },
      about: '未支出的金额不少于它，才列出',
    },
    fenOfWan,
  ),
  'cost-times': ofAnalysis('cost', 'times', {
    ...{ name: '成本偏高：中位数的', unit: '倍', least: 2, most: 20 },
    about: '单位成本不低于同类中位数的这么多倍，列出',
  }),
  'cost-least': ofAnalysis('cost', 'least', {
    ...{ name: '成本比较：项目不少于', unit: '个', least: 2, most: 50 },
    about: '同类项目不少于它，才比较单位成本',
  }),
} as const satisfies Record<string, OwnNumber>
export type OwnClosingId = keyof typeof ownClosingNumbers
export const ownClosingIds = Object.keys(ownClosingNumbers) as OwnClosingId[] // the keys of the table

/** What a person sets: rows that stand in the place of the pack's with the same id, and single numbers. */
export type OwnClosingWanted = {
  proposals: readonly ProposalRule[]
  disclosures: readonly DisclosureRule[]
  /** Rows of the pack that ask for nothing here. */
  withoutDisclosures: readonly string[]
  numbers: Readonly<Partial<Record<OwnClosingId, number>>>
}
export const nothingOwn: OwnClosingWanted = {
  ...{ proposals: [], disclosures: [], withoutDisclosures: [], numbers: {} },
}

/** 本局应用、公开和分析规则: only what a bureau changed in its pack, with who, when and why. */
export type OwnClosing = OwnClosingWanted & {
  /** Counts the changes, from 1. */
  revision: number
  reason: string
  changedAt: Moment
  changedBy: string
}

/** The rules with what the bureau set; each number it changed says so and what it was, each row what the bureau wrote. */
export function withOwnClosing(shipped: ClosingRules, wanted: OwnClosingWanted): ClosingRules {
  const { proposals, disclosures, withoutDisclosures, numbers } = trimmedOwnClosing(shipped, wanted)
  let rules: ClosingRules = {
    analysis: shipped.analysis,
    applications: { ...shipped.applications, proposals: replaced(shipped.applications.proposals, proposals) },
    disclosure: replaced(shipped.disclosure, disclosures).filter(
      ({ id }) => !withoutDisclosures.includes(id),
    ),
  }
  for (const id of ownClosingIds) {
    const value = numbers[id]
    if (value === undefined) continue
    const own: OwnNumber = ownClosingNumbers[id]
    const before = own.entry(shipped)
    const was = ownClosingIds
      .filter((each) => numbers[each] !== undefined && ownClosingNumbers[each].entry(shipped) === before)
      .map((each) => shownNumber(each, ownClosingNumbers[each].read(shipped)))
    rules = own.put(rules, value, {
      clause: `本局规定，规则包原为${was.join('、')}（${before.clause}）`,
      mark: '拟',
    })
  }
  return rules
}

function replaced<Row extends { id: string }>(rows: readonly Row[], own: readonly Row[]): Row[] {
  const byId = new Map(own.map((row) => [row.id, row]))
  return rows.map((row) => byId.get(row.id) ?? row)
}

function shownNumber(id: OwnClosingId, value: number): string {
  const { name, unit } = ownClosingNumbers[id]
  return `${name} ${value} ${unit}`
}

/** Only what differs from the pack; rows that it does not know are none. */
export function trimmedOwnClosing(shipped: ClosingRules, wanted: OwnClosingWanted): OwnClosingWanted {
  const asked = new Set(shipped.disclosure.map(({ id }) => id))
  return {
    proposals: differing(shipped.applications.proposals, wanted.proposals),
    disclosures: differing(shipped.disclosure, wanted.disclosures),
    withoutDisclosures: [...new Set(wanted.withoutDisclosures)].filter((id) => asked.has(id)),
    numbers: Object.fromEntries(
      ownClosingIds.flatMap((id) => {
        const value = wanted.numbers[id]
        return value === undefined || value === ownClosingNumbers[id].read(shipped) ? [] : [[id, value]]
      }),
    ),
  }
}

function differing<Row extends { id: string }>(rows: readonly Row[], own: readonly Row[]): Row[] {
  const byId = new Map(own.map((row) => [row.id, row]))
  return rows.flatMap((row) => {
    const mine = byId.get(row.id)
    return mine && !saysSame(mine, row) ? [mine] : []
  })
}

/** Whether two rows say the same, in whatever order their fields were written. */
function saysSame<Row extends object>(left: Row, right: Row): boolean {
  const text = (row: Row) =>
    JSON.stringify(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  return text(left) === text(right)
}

/** Whether the bureau changes nothing of the shipped rules: then there are no own rules to keep. */
export function isAsShippedClosing({
  proposals,
  disclosures,
  withoutDisclosures,
  numbers,
}: OwnClosingWanted): boolean {
  const rows = proposals.length + disclosures.length + withoutDisclosures.length
  return rows === 0 && Object.keys(numbers).length === 0
}

/** What cannot be used: a number beyond its limits, a row without a clause, measures or days that do not fit. */
export function checkOwnClosing(shipped: ClosingRules, wanted: OwnClosingWanted): Problem[] {
  const beyond = ownClosingIds.flatMap((id) => {
    const value = wanted.numbers[id]
    const { name, unit, least, most }: OwnNumber = ownClosingNumbers[id]
    if (value === undefined || (Number.isSafeInteger(value) && value >= least && value <= most)) return []
    return [fault(`own-${id}`, id, `“${name}”应为 ${least} 到 ${most} ${unit}的整数。`)]
  })
  if (beyond.length > 0) return beyond
  const own = trimmedOwnClosing(shipped, wanted)
  const bare = [...own.proposals.map(proposalName), ...own.disclosures.map(({ name }) => name)]
  const sources = [...own.proposals, ...own.disclosures]
  const unsaid = sources.flatMap(({ clause, id }, index) =>
    clause.trim() === '' ? [fault(`own-${id}`, id, `“${bare[index]}”改动后请写明依据。`)] : [],
  )
  const rules = withOwnClosing(shipped, own)
  return [
    ...unsaid,
    ...checkApplicationRules(rules.applications),
    ...checkDisclosureRules(rules.disclosure),
    ...checkAnalysisRules(rules.analysis),
  ]
}

/** A row by what it is for: 绩效评价 · 项目 · 中. */
export function proposalName({ on, kinds, result }: ProposalRule): string {
  return [sourceKinds[on], kinds.map((kind) => objectKinds[kind]).join('、'), resultNames[result]].join(' · ')
}

/** What differs from the pack, as one sentence for the trail; '' where nothing does. */
export function ownClosingText(shipped: ClosingRules, wanted: OwnClosingWanted): string {
  const own = trimmedOwnClosing(shipped, wanted)
  const without = shipped.disclosure.filter(({ id }) => own.withoutDisclosures.includes(id))
  const numbers = ownClosingIds.flatMap((id) => {
    const { name, unit, read } = ownClosingNumbers[id]
    return own.numbers[id] === undefined ? [] : [`${name} ${read(shipped)} → ${own.numbers[id]} ${unit}`]
  })
  return [
    ...own.proposals.map((row) => `${proposalName(row)}：${measuresText(row.measures)}`),
    ...own.disclosures.map((row) => `${row.name}：${disclosurePlaces[row.place]}`),
    ...without.map(({ name }) => `${name}：不要求公开`),
    ...numbers,
  ].join('；')
}

import type { CredibilityCode, CredibilityRule } from '../credibility/rules.ts'
import type { Moment } from '../dates.ts'
import type { GradeBands } from '../grade.ts'
import type { Problem } from '../problem.ts'
import { fault } from '../rules/fault.ts'
import { checkEvaluationRules } from '../rules/validate-evaluation.ts'
import type { Sourced } from '../year-rules.ts'
import type { CoverageRules } from './coverage-rules.ts'
import type { EvaluationRules, ScoringRules } from './rules.ts'

export const ownGroups = {
  grades: '评价等级',
  scoring: '专家评分和复评',
  coverage: '评价覆盖',
  credibility: '自评可信度',
} as const
export type OwnGroup = keyof typeof ownGroups

/** A number of 绩效评价 that a bureau may set for itself, as a person writes it: points out of 100, percent, years. */
type OwnNumber = {
  group: OwnGroup
  name: string
  unit: '分' | '%' | '年' | '项' | '个字'
  /** What happens at it, for the one who changes it. */
  about: string
  least: number
  most: number
  entry: (rules: EvaluationRules) => Sourced
  read: (rules: EvaluationRules) => number
  put: (rules: EvaluationRules, value: number, source: Sourced) => EvaluationRules
}
type Words = Pick<OwnNumber, 'name' | 'about'>

function ofBands(grade: keyof GradeBands, words: Words): OwnNumber {
  return {
    ...{ ...words, group: 'grades', unit: '分', least: 1, most: 100 },
    entry: ({ bands }) => bands,
    read: ({ bands }) => bands[grade],
    put: (rules, value, source) => ({ ...rules, bands: { ...rules.bands, ...source, [grade]: value } }),
  }
}

function ofScoring<Part extends 'spread' | 'outlier' | 'sensitivity'>(
  part: Part,
  param: Exclude<keyof ScoringRules[Part], keyof Sourced> & string,
  words: Words,
): OwnNumber {
  const numbers = ({ scoring }: EvaluationRules): Readonly<Record<string, number | string>> => scoring[part]
  return {
    ...{ ...words, group: 'scoring', unit: '%', least: 1, most: 100 },
    entry: ({ scoring }) => scoring[part],
    read: (rules) => Number(numbers(rules)[param]),
    put: (rules, value, source) => {
      const changed = { ...rules.scoring[part], ...source, [param]: value }
      return { ...rules, scoring: { ...rules.scoring, [part]: changed } }
    },
  }
}

function ofCycle(
  param: 'years' | 'since',
  words: Words,
  [least, most]: readonly [least: number, most: number],
): OwnNumber {
  return {
    ...{ ...words, group: 'coverage', unit: '年', least, most },
    entry: ({ coverage }) => coverage.cycle,
    read: ({ coverage }) => coverage.cycle[param],
    put: (rules, value, source) =>
      withCoverage(rules, { cycle: { ...rules.coverage.cycle, ...source, [param]: value } }),
  }
}

function withCoverage(rules: EvaluationRules, change: Partial<CoverageRules>): EvaluationRules {
  return { ...rules, coverage: { ...rules.coverage, ...change } }
}

function ofLevels(level: 'high' | 'medium', words: Words): OwnNumber {
  return {
    ...{ ...words, group: 'credibility', unit: '分', least: 1, most: 200 },
    entry: ({ credibility }) => credibility.levels,
    read: ({ credibility }) => credibility.levels[level],
    put: (rules, value, source) => {
      const levels = { ...rules.credibility.levels, ...source, [level]: value }
      return { ...rules, credibility: { ...rules.credibility, levels } }
    },
  }
}

/** A number of a rule of 可信度; `scale` where the rule keeps hundredths of what a person writes. */
function ofCheck<Code extends CredibilityCode>(
  code: Code,
  param: keyof CredibilityRule<Code>['params'] & string,
  shown: Words & Pick<OwnNumber, 'unit' | 'least' | 'most'>,
  scale = 1,
): OwnNumber {
  const params = ({ credibility }: EvaluationRules): Readonly<Record<string, number>> =>
    credibility.checks[code].params
  return {
    ...{ ...shown, group: 'credibility' },
    entry: ({ credibility }) => credibility.checks[code],
    read: (rules) => Math.round((params(rules)[param] ?? 0) / scale),
    put: (rules, value, source) => {
      const check = {
        ...rules.credibility.checks[code],
        ...source,
        params: { ...params(rules), [param]: value * scale },
      }
      const checks = { ...rules.credibility.checks, [code]: check }
      return { ...rules, credibility: { ...rules.credibility, checks } }
    },
  }
}

/** The numbers by id, in the order of the page. */
export const ownEvaluationNumbers = {
  'grade-excellent': ofBands('excellent', { name: '优', about: '得分不低于它为“优”' }),
  'grade-good': ofBands('good', { name: '良', about: '得分不低于它、低于优线为“良”' }),
  'grade-medium': ofBands('medium', { name: '中', about: '得分不低于它、低于良线为“中”，再低为“差”' }),
  'spread-dispute': ofScoring('spread', 'dispute', {
    name: '复评：专家评分相差',
    about: '最高与最低相差超过分值的这个比例，进入第二轮',
  }),
  'outlier-distance': ofScoring('outlier', 'distance', {
    name: '离群：与中位数相差',
    about: '相差超过分值的这个比例，标出该专家的评分',
  }),
  'sensitivity-shift': ofScoring('sensitivity', 'shift', {
    name: '敏感性：权重移动',
    about: '权重移动这么多，看等级是否变化',
  }),
  'cycle-years': ofCycle(
    'years',
    { name: '覆盖周期', about: '部门、政策、项目在周期内至少评价一次' },
    [1, 10],
  ),
  'cycle-since': ofCycle(
    'since',
    { name: '起算年', about: '没有评价过的对象从这一年起算周期' },
    [2000, 2100],
  ),
  capacity: {
    ...{ group: 'coverage', name: '年度评价能力', unit: '项', least: 1, most: 999 },
    about: '新建年度计划时的数量，计划中可再改',
    entry: ({ coverage }) => coverage.capacity,
    read: ({ coverage }) => coverage.capacity.count,
    put: (rules, count, source) =>
      withCoverage(rules, { capacity: { ...rules.coverage.capacity, ...source, count } }),
  },
  'credibility-high': ofLevels('high', { name: '疑点多', about: '疑点分不低于它，列为优先抽查' }),
  'credibility-medium': ofLevels('medium', { name: '有疑点', about: '疑点分不低于它、低于上一条线' }),
  'high-score': ofCheck(
    'high-low-execution',
    'total',
    { ...{ name: '高分低执行：得分', unit: '分', least: 1, most: 100 }, about: '自评分不低于它为高分' },
    100,
  ),
  'high-rate': ofCheck('high-low-execution', 'rate', {
    ...{ name: '高分低执行：执行率', unit: '%', least: 1, most: 100 },
    about: '高分而执行率低于它的列出',
  }),
  'full-rate': ofCheck('full-low-execution', 'rate', {
    ...{ name: '全部满分：执行率', unit: '%', least: 1, most: 100 },
    about: '指标全部满分而执行率低于它的列出',
  }),
  'alike-across': ofCheck('text-across', 'characters', {
    ...{ name: '跨单位文字雷同', unit: '个字', least: 4, most: 200 },
    about: '不同单位有这么多字以上的相同句子的列出',
  }),
} as const satisfies Record<string, OwnNumber>
export type OwnEvaluationId = keyof typeof ownEvaluationNumbers
export const ownEvaluationIds = Object.keys(ownEvaluationNumbers) as OwnEvaluationId[] // the keys of the table

/** What a person sets; absent leaves what the pack has. */
export type OwnEvaluationWanted = Readonly<Partial<Record<OwnEvaluationId, number>>>

/** 本局评价规则: only what a bureau changed in its pack, with who, when and why. */
export type OwnEvaluation = {
  numbers: OwnEvaluationWanted
  /** Counts the changes, from 1. */
  revision: number
  reason: string
  changedAt: Moment
  changedBy: string
}

/** The rules with what the bureau set; every entry it changed says so and what it was. */
export function withOwnEvaluation(shipped: EvaluationRules, wanted: OwnEvaluationWanted): EvaluationRules {
  let rules = shipped
  const changed = trimmedOwnEvaluation(shipped, wanted)
  for (const [id, value] of Object.entries(changed)) {
    const own: OwnNumber = ownEvaluationNumbers[id as OwnEvaluationId] // the keys of the trimmed numbers
    const before = own.entry(shipped)
    const was = ownEvaluationIds
      .filter((each) => ownEvaluationNumbers[each].entry(shipped) === before && changed[each] !== undefined)
      .map((each) => shownNumber(each, ownEvaluationNumbers[each].read(shipped)))
    const clause = `本局规定，规则包原为${was.join('、')}（${before.clause}）`
    rules = own.put(rules, value, { clause, mark: '拟' })
  }
  return rules
}

function shownNumber(id: OwnEvaluationId, value: number): string {
  const { name, unit } = ownEvaluationNumbers[id]
  return `${name} ${value}${unit === '%' ? '' : ' '}${unit}`
}

/** Only what differs from the pack: what is set to the shipped value is not the bureau's own. */
export function trimmedOwnEvaluation(
  shipped: EvaluationRules,
  wanted: OwnEvaluationWanted,
): OwnEvaluationWanted {
  const changed = ownEvaluationIds.flatMap((id) => {
    const value = wanted[id]
    return value === undefined || value === ownEvaluationNumbers[id].read(shipped)
      ? []
      : [[id, value] as const]
  })
  return Object.fromEntries(changed)
}

/** What cannot be used: a number beyond its limits, or lines that contradict each other. */
export function checkOwnEvaluation(shipped: EvaluationRules, wanted: OwnEvaluationWanted): Problem[] {
  const beyond = ownEvaluationIds.flatMap((id) => {
    const value = wanted[id]
    const { name, unit, least, most }: OwnNumber = ownEvaluationNumbers[id]
    if (value === undefined || (Number.isSafeInteger(value) && value >= least && value <= most)) return []
    return [fault(`own-${id}`, id, `“${name}”应为 ${least} 到 ${most} ${unit}的整数。`)]
  })
  return beyond.length > 0 ? beyond : checkEvaluationRules(withOwnEvaluation(shipped, wanted))
}

/** What differs from the pack, as one sentence for the trail; '' where nothing does. */
export function ownEvaluationText(shipped: EvaluationRules, wanted: OwnEvaluationWanted): string {
  const own = trimmedOwnEvaluation(shipped, wanted)
  return ownEvaluationIds
    .flatMap((id) => {
      const { name, unit, read } = ownEvaluationNumbers[id]
      return own[id] === undefined ? [] : [`${name} ${read(shipped)} → ${own[id]} ${unit}`]
    })
    .join('；')
}

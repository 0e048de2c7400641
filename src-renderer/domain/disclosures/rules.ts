import type { Goal, ObjectKind } from '../goals/goal.ts'
import type { Sourced } from '../year-rules.ts'

/** 公开的信息. */
export const disclosureItems = {
  goal: '绩效目标',
  self: '单位自评',
  department: '部门评价',
  fiscal: '财政评价',
} as const
export type DisclosureItem = keyof typeof disclosureItems
export const disclosureItemList = Object.keys(disclosureItems) as DisclosureItem[] // the keys of the table

/** 在哪公开. */
export const disclosurePlaces = { platform: '预（决）算公开平台', site: '部门门户网站' } as const
export type DisclosurePlace = keyof typeof disclosurePlaces

/** 谁负责. */
export const disclosureOwners = { bureau: '财政', unit: '部门' } as const
export type DisclosureOwner = keyof typeof disclosureOwners

/**
 * Until when. With the budget: so many days after the approval, and by a day (`MM-DD`) of the budget year where its day is not
 * known. With the final accounts: by a day of the next year; what is ready only later, so many days after that.
 */
export type Deadline = Sourced & { with: 'budget' | 'accounts'; days: number; until: string }

/** What must be published: the first rule that fits says where, by whom and when. */
export type DisclosureRule = Sourced & {
  id: string
  name: string
  item: DisclosureItem
  kinds: readonly ObjectKind[]
  /** Only goals of these; all where it is left out. */
  importances?: readonly Goal['importance'][]
  budgetKinds?: readonly Goal['budgetKind'][]
  place: DisclosurePlace
  owner: DisclosureOwner
  deadline: Deadline
}

const publish3126 = '巴财〔2020〕38号 三（二）6'
const unified = { place: 'platform', owner: 'bureau', clause: publish3126, mark: '源' } as const
const withBudget: Deadline = {
  ...{ with: 'budget', days: 20, until: '03-31' },
  ...{ clause: '目标随预算公开，批复后 20 日内；批复日期不明的按 3 月 31 日', mark: '惯' },
}
/** 四川县级单位决算公开在 9—10 月. */
const withAccounts: Deadline = {
  ...{ with: 'accounts', days: 20, until: '10-31' },
  ...{ clause: '评价结果随决算公开（县级 9—10 月）；之后形成的 20 日内', mark: '源' },
}
const every: readonly ObjectKind[] = ['government', 'department', 'policy', 'project']

/** The shipped table: rows in the order in which they are tried. */
export const disclosureRules: readonly DisclosureRule[] = [
  {
    ...{ id: 'special', name: '财政专项预算绩效目标', item: 'goal', kinds: ['project', 'policy'] },
    ...{ budgetKinds: ['special'], ...unified, deadline: withBudget },
  },
  {
    ...{ id: 'department', name: '部门整体支出绩效目标', item: 'goal', kinds: ['department'] },
    ...{ ...unified, deadline: withBudget },
  },
  {
    ...{ id: 'policy', name: '重大政策绩效目标', item: 'goal', kinds: ['policy'] },
    ...{ importances: ['key'], ...unified, deadline: withBudget },
  },
  {
    ...{ id: 'key-project', name: '重点项目绩效目标', item: 'goal', kinds: ['project'] },
    ...{ importances: ['key'], ...unified, deadline: withBudget },
  },
  {
    ...{ id: 'other-goal', name: '其他绩效目标', item: 'goal', kinds: ['project', 'policy'] },
    ...{ place: 'site', owner: 'unit', clause: publish3126, mark: '拟', deadline: withBudget },
  },
  {
    ...{ id: 'fiscal', name: '财政重点评价情况', item: 'fiscal', kinds: every },
    ...{ ...unified, deadline: withAccounts },
  },
  {
    ...{ id: 'self', name: '部门自评情况', item: 'self', kinds: every },
    ...{ place: 'site', owner: 'unit', clause: publish3126, mark: '源', deadline: withAccounts },
  },
  {
    ...{ id: 'department-evaluation', name: '部门评价情况', item: 'department', kinds: every },
    ...{ place: 'site', owner: 'unit', clause: publish3126, mark: '源', deadline: withAccounts },
  },
]

/** The rule of a thing; undefined where none asks for it (a goal of a government's budget). */
export function ruleOf(
  rules: readonly DisclosureRule[],
  item: DisclosureItem,
  of: { kind: ObjectKind } & Partial<Pick<Goal, 'importance' | 'budgetKind'>>,
): DisclosureRule | undefined {
  return rules.find(
    (rule) =>
      rule.item === item &&
      rule.kinds.includes(of.kind) &&
      (!rule.importances || (of.importance !== undefined && rule.importances.includes(of.importance))) &&
      (!rule.budgetKinds || (of.budgetKind !== undefined && rule.budgetKinds.includes(of.budgetKind))),
  )
}

import type { Attachment } from './attachment.ts'
import { type Day, isDay, type Moment } from './dates.ts'
import type { Problem } from './problem.ts'

/** 板块 of the 1+N system (巴财〔2020〕38号 三（四）1). */
export const boards = {
  organisation: '组织保障',
  process: '流程管理',
  foundation: '基础支撑',
  supervision: '考核监督',
} as const
export type Board = keyof typeof boards

/** 环节 of the whole process; 综合 for what covers several. */
export const stages = {
  general: '综合',
  goal: '绩效目标',
  'pre-assessment': '事前评估',
  monitoring: '绩效监控',
  evaluation: '绩效评价',
  application: '结果应用',
  disclosure: '信息公开',
  assessment: '工作考核',
} as const
export type Stage = keyof typeof stages

/** What a person fills in of a 制度. */
export type RegulationContent = {
  /** 文件名称. */
  name: string
  /** 文号, as 巴财〔2020〕38号; '' where it has none or it is not known. */
  number: string
  /** 发文机关. */
  issuer: string
  issuedOn: Day
  board: Board
  stage: Stage
  inForce: boolean
  note: string
  attachments: Attachment[]
}

/** 制度: one document of the bureau's 1+N system. It outlives the year books. */
export type Regulation = RegulationContent & {
  id: string
  initials: string
  revision: number
  changedAt: Moment
  changedBy: string
}

export const emptyRegulation: RegulationContent = {
  name: '',
  number: '',
  issuer: '',
  issuedOn: '',
  board: 'process',
  stage: 'general',
  inForce: true,
  note: '',
  attachments: [],
}

/** 文号 for comparison: width, white space and the kinds of brackets do not count. */
export function numberKey(number: string): string {
  return number
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[〔[(【]/g, '(')
    .replace(/[〕\])】]/g, ')')
}

/**
 * What is wrong with a document before it is kept: a name is needed, a day must be one, and a 文号 stands once.
 * `others` are the other documents of the register.
 */
export function checkRegulation(content: RegulationContent, others: readonly Regulation[]): Problem[] {
  const problems: Problem[] = []
  const say = (at: string, message: string) =>
    problems.push({ code: `regulation-${at}`, severity: 'error', at, message, clause: '', suggestion: '' })
  if (content.name.trim() === '') say('name', '请填写文件名称。')
  if (content.issuedOn !== '' && !isDay(content.issuedOn))
    say('issuedOn', '看不懂这个日期，应如 2020-05-28。')
  const key = numberKey(content.number)
  const twin = key === '' ? undefined : others.find((other) => numberKey(other.number) === key)
  if (twin) say('number', `文号与《${twin.name}》相同。`)
  return problems
}

/** The document that a clause cites by its 文号, e.g. 巴财〔2020〕38号 三（二）4; the longest number found counts. */
export function regulationOfClause(clause: string, regulations: readonly Regulation[]): Regulation | null {
  const text = numberKey(clause)
  const cited = regulations.filter(({ number }) => number !== '' && text.includes(numberKey(number)))
  return cited.toSorted((left, right) => right.number.length - left.number.length)[0] ?? null
}

/** Whether a document answers a search: by name, 文号, 发文机关 or pinyin initials of the name. */
export function matchesRegulation(regulation: Regulation, search: string): boolean {
  const wanted = numberKey(search).toLowerCase()
  if (wanted === '') return true
  const { name, number, issuer, note, initials } = regulation
  return (
    [name, number, issuer, note].some((text) => numberKey(text).toLowerCase().includes(wanted)) ||
    initials.includes(wanted)
  )
}

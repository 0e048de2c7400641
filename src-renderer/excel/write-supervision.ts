import { addUp } from '#domain/money'
import { fieldText } from '#domain/supervision/compare'
import type { RegisterEntry } from '#domain/supervision/register'
import {
  type RegisterField,
  type RegisterKind,
  registerKind,
  registerKindList,
} from '#domain/supervision/register-kinds'
import { standingWord } from '#domain/supervision/standing'
import type { SectionWork, WorkItem } from '#domain/supervision/work-item'
import { isLateWork, workStates } from '#domain/supervision/work-item'
import { bytesOf, loadExcel } from './form-style.ts'
import { addList, type Head } from './write-list.ts'

export type RegisterListInput = {
  office: string
  year: number
  today: string
  entries: readonly RegisterEntry[]
  goalName: (goalId: string) => string
  /** How many were left out because something 涉密 stands in them. */
  leftOut: number
}

/** 督导登记台账: a sheet for each kind that has entries, with the fields of the kind. */
export async function registerWorkbook(input: RegisterListInput): Promise<Uint8Array> {
  const { office, year, entries, leftOut } = input
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  for (const kind of registerKindList) {
    const own = entries.filter((entry) => entry.kind === kind)
    if (own.length === 0) continue
    const { name } = registerKind(kind)
    const about = { sheet: name, title: `${year}年度${name}台账`, office }
    const note = `共 ${own.length} 条${leftOut > 0 ? `；全部台账已略去涉密 ${leftOut} 条` : ''}`
    addList(book, { ...about, note }, headsOf(kind, input), own)
  }
  return bytesOf(book)
}

function headsOf(kind: RegisterKind, { today, goalName }: RegisterListInput): Head<RegisterEntry>[] {
  const { titleName, textName, personsName, fields, followUp } = registerKind(kind)
  return [
    { title: '日期', width: 12, kind: 'text', read: ({ day }) => day },
    { title: titleName, width: 34, kind: 'text', read: ({ title }) => title },
    ...fields.map(fieldHead),
    { title: textName, width: 40, kind: 'text', read: ({ text }) => text },
    { title: personsName, width: 20, kind: 'text', read: ({ persons }) => persons },
    { title: '关联项目', width: 30, kind: 'text', read: ({ goalIds }) => goalIds.map(goalName).join('、') },
    ...(followUp
      ? [
          {
            title: '办理情况',
            width: 14,
            kind: 'text' as const,
            read: (entry: RegisterEntry) => standingWord(entry, today),
          },
        ]
      : []),
    { title: '附件（份）', width: 9, kind: 'count', read: ({ attachments }) => attachments.length },
  ]
}

function fieldHead(field: RegisterField): Head<RegisterEntry> {
  const { id, name, type } = field
  const number = (entry: RegisterEntry) => {
    const value = entry.values[id] ?? ''
    return /^\d+$/.test(value) ? Number(value) : null
  }
  if (type === 'money')
    return { title: `${name}（万元）`, width: 14, kind: 'money', read: number, summed: true }
  if (type === 'count') return { title: name, width: 10, kind: 'count', read: number, summed: true }
  const read = (entry: RegisterEntry) => fieldText(field, entry.values[id] ?? '')
  return { title: name, width: type === 'lines' ? 30 : 16, kind: 'text', read }
}

export type WorkListInput = {
  office: string
  year: number
  today: string
  items: readonly WorkItem[]
  sections: readonly SectionWork[]
  sectionName: (sectionId: string) => string
}

/** 年度工作计划: the items with their progress, and what every section has due, done and late. */
export async function workPlanWorkbook(input: WorkListInput): Promise<Uint8Array> {
  const { office, year, today, items, sections, sectionName } = input
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  const itemHeads: readonly Head<WorkItem>[] = [
    { title: '责任科室', width: 22, kind: 'text', read: ({ sectionId }) => sectionName(sectionId) },
    { title: '工作内容', width: 44, kind: 'text', read: ({ name }) => name },
    { title: '完成期限', width: 12, kind: 'text', read: ({ dueOn }) => dueOn },
    { title: '状态', width: 10, kind: 'text', read: ({ state }) => workStates[state] },
    { title: '报完成日期', width: 12, kind: 'text', read: ({ doneOn }) => doneOn },
    { title: '逾期', width: 7, kind: 'text', read: (item) => (isLateWork(item, today) ? '是' : '') },
    { title: '完成情况', width: 40, kind: 'text', read: ({ progress }) => progress },
    { title: '佐证', width: 26, kind: 'text', read: proofOf },
    {
      title: '依据',
      width: 26,
      kind: 'text',
      read: ({ clause, mark }) => (clause === '' ? '' : `${clause}〔${mark}〕`),
    },
  ]
  const sectionHeads: readonly Head<SectionWork>[] = [
    { title: '科室', width: 28, kind: 'text', read: ({ sectionId }) => sectionName(sectionId) },
    { title: '全年（项）', width: 12, kind: 'count', read: ({ all }) => all, summed: true },
    { title: '已到期（项）', width: 12, kind: 'count', read: ({ due }) => due, summed: true },
    { title: '已完成（项）', width: 12, kind: 'count', read: ({ done }) => done, summed: true },
    { title: '逾期（项）', width: 12, kind: 'count', read: ({ late }) => late, summed: true },
  ]
  const title = `${year}年度预算绩效管理工作计划`
  addList(book, { sheet: '工作计划', title, note: `共 ${items.length} 项`, office }, itemHeads, items)
  const due = addUp(sections.map((each) => each.due))
  const about = { sheet: '科室完成情况', title: `${year}年度科室工作完成情况`, office }
  addList(book, { ...about, note: `截至 ${today}，到期 ${due} 项` }, sectionHeads, sections)
  return bytesOf(book)
}

function proofOf({ proof, attachments }: WorkItem): string {
  return [proof, ...attachments.map(({ name }) => name)].filter((text) => text !== '').join('、')
}

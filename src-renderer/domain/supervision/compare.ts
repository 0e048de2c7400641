import { formatWan } from '../money.ts'
import { duties } from '../people/duties.ts'
import type { RegisterEntry } from './register.ts'
import { type RegisterField, registerKind } from './register-kinds.ts'
import { type WorkItem, workStates } from './work-item.ts'

type Change = { field: string; label: string; from: string; to: string }

function changedOnly(rows: readonly (readonly [string, string, string, string])[]): Change[] {
  return rows.flatMap(([field, label, from, to]) => (from === to ? [] : [{ field, label, from, to }]))
}

function names(attachments: readonly { name: string }[]): string {
  return attachments.map(({ name }) => name).join('、')
}

/** The value of a field as people read it: choices by their words, money in 万元. */
export function fieldText({ type, choices }: RegisterField, value: string): string {
  if (type === 'choice') return choices?.[value] ?? ''
  if (type === 'money') return /^\d+$/.test(value) ? formatWan(Number(value)) : ''
  return value
}

/** What changed in an entry, in the words of its kind. */
export function diffEntry(before: RegisterEntry, after: RegisterEntry): Change[] {
  const rule = registerKind(after.kind)
  const chapters = after.chapters.map(
    ({ id, title, text }) =>
      [id, title, before.chapters.find((each) => each.id === id)?.text ?? '', text] as const,
  )
  return changedOnly([
    ['day', '日期', before.day, after.day],
    ['title', rule.titleName, before.title, after.title],
    ['text', rule.textName, before.text, after.text],
    ['persons', rule.personsName, before.persons, after.persons],
    ...rule.fields.map(
      (field) =>
        [
          field.id,
          field.name,
          fieldText(field, before.values[field.id] ?? ''),
          fieldText(field, after.values[field.id] ?? ''),
        ] as const,
    ),
    ['goalIds', '关联项目', before.goalIds.join('、'), after.goalIds.join('、')],
    ['attachments', '附件', names(before.attachments), names(after.attachments)],
    ...chapters,
  ])
}

/** What changed in an item of the yearly plan. */
export function diffWork(before: WorkItem, after: WorkItem): Change[] {
  return changedOnly([
    ['state', '状态', workStates[before.state], workStates[after.state]],
    ['name', '工作内容', before.name, after.name],
    ['duty', '责任职责', duties[before.duty].name, duties[after.duty].name],
    ['sectionId', '责任科室', before.sectionId, after.sectionId],
    ['dueOn', '完成期限', before.dueOn, after.dueOn],
    ['proofHint', '应有的佐证', before.proofHint, after.proofHint],
    ['clause', '依据', before.clause, after.clause],
    ['progress', '完成情况', before.progress, after.progress],
    ['proof', '佐证所在', before.proof, after.proof],
    ['attachments', '附件', names(before.attachments), names(after.attachments)],
    ['doneOn', '报完成日期', before.doneOn, after.doneOn],
  ])
}

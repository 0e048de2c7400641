import { addWorkItem } from '#actions/add-work-item'
import { openRegisterEntry } from '#actions/open-register-entry'
import { removeRegisterEntry } from '#actions/remove-register-entry'
import { saveRegisterEntry } from '#actions/save-register-entry'
import { saveWorkItem } from '#actions/save-work-item'
import { saveWorkProgress } from '#actions/save-work-progress'
import { takeWorkStep } from '#actions/take-work-step'
import type { Actor, Duty } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'
import { type WorkItem, workFlow } from '#domain/supervision/work-item'
import type { YearBook } from '#domain/year-book'
import { sectionsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { by, freshBook, freshDatabase } from '../storage/world.ts'
import { type Cases, stateBefore } from './action-case.ts'

const planned = { name: '督促自评', dueOn: '2026-03-31', proofHint: '', clause: '', mark: '拟' as const }

/** Who has work in the yearly plan. */
const workers: readonly Duty[] = [
  'performance',
  'budget',
  'inspection',
  'investment',
  'spending',
  'treasury',
  'office',
]

export async function emptyBook(): Promise<YearBook> {
  await freshDatabase()
  return (await freshBook()).book
}

/** An item of a duty, ready to be reported done. */
export async function workOf(book: YearBook, duty: Duty): Promise<WorkItem> {
  const [section] = (await sectionsOf(book.id)).filter(({ role }) => role === 'spending')
  const item = await addWorkItem(book.id, { ...planned, duty, sectionId: section?.id ?? '' }, by)
  const ready = { ...item, progress: '已完成', proof: '南财发〔2026〕3号' }
  await db.workItems.put(ready)
  return ready
}

/** A step of an item of the one who acts, from the first state that has it. */
function step(id: Permission) {
  return async () => {
    const book = await emptyBook()
    const state = stateBefore(workFlow, id)
    const items = new Map<Duty, WorkItem>()
    for (const duty of workers) {
      const item = { ...(await workOf(book, duty)), state }
      await db.workItems.put(item)
      items.set(duty, item)
    }
    const [first] = [...items.values()]
    return (actor: Actor) => {
      const item = items.get(actor.duty) ?? first
      return takeWorkStep(item?.id ?? '', item?.revision ?? 0, { id, opinion: '意见' }, actor)
    }
  }
}

/** Every write of the register and of the yearly plan. */
export const supervisionCases = {
  'save-register': async () => {
    const book = await emptyBook()
    const { id } = await openRegisterEntry(book.id, 'training', { title: '培训' }, by)
    return (actor) => saveRegisterEntry(id, 1, { title: '业务培训' }, actor)
  },
  'remove-register': async () => {
    const book = await emptyBook()
    const { id } = await openRegisterEntry(book.id, 'training', { title: '培训' }, by)
    return (actor) => removeRegisterEntry(id, 1, actor)
  },
  'save-work-plan': async () => {
    const { id } = await workOf(await emptyBook(), 'spending')
    return (actor) => saveWorkItem(id, 1, { name: '督促归口部门自评' }, actor)
  },
  'save-work-progress': async () => {
    const book = await emptyBook()
    const items = new Map<Duty, WorkItem>()
    for (const duty of workers) items.set(duty, await workOf(book, duty))
    return (actor) =>
      saveWorkProgress(
        (items.get(actor.duty) ?? items.get('budget'))?.id ?? '',
        1,
        { progress: '已发通知' },
        actor,
      )
  },
  'start-work-item': step('start-work-item'),
  'finish-work-item': step('finish-work-item'),
  'withdraw-work-item': step('withdraw-work-item'),
  'confirm-work-item': step('confirm-work-item'),
  'return-work-item': step('return-work-item'),
  'reopen-work-item': step('reopen-work-item'),
} satisfies Cases

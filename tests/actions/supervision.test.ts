import '../backup/host.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { addWorkItem } from '#actions/add-work-item'
import { adoptWorkPlan } from '#actions/adopt-work-plan'
import { openRegisterEntry } from '#actions/open-register-entry'
import { removeRegisterEntry } from '#actions/remove-register-entry'
import { removeWorkItem } from '#actions/remove-work-item'
import { saveRegisterEntry } from '#actions/save-register-entry'
import { saveWorkItem } from '#actions/save-work-item'
import { saveWorkProgress } from '#actions/save-work-progress'
import { takeWorkStep } from '#actions/take-work-step'
import type { YearBook } from '#domain/year-book'
import { sectionsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { registersOf } from '#storage/registers'
import { workItemById, workItemsOf } from '#storage/work-items'
import { acting, by } from '../storage/world.ts'
import { emptyBook, workOf } from './supervision-cases.ts'

let book: YearBook
beforeEach(async () => {
  book = await emptyBook()
})

describe('the register', () => {
  it('keeps an entry, adds values to those that stand, and says in the trail what changed', async () => {
    const opened = await openRegisterEntry(book.id, 'audit', { title: '专款未专用' }, by)
    const first = await saveRegisterEntry(opened.id, 1, { values: { auditor: '县审计局' } }, by)
    const second = await saveRegisterEntry(opened.id, first.revision, { values: { dueOn: '2026-06-30' } }, by)
    expect(second.values).toEqual({ auditor: '县审计局', dueOn: '2026-06-30' })
    const entry = await db.audit.toCollection().last()
    expect(entry?.changes[0]?.fields).toEqual([
      { field: 'dueOn', label: '整改期限', from: '', to: '2026-06-30' },
    ])
  })

  it('refuses an old revision, a project of no book, and who does not keep the kind', async () => {
    const { id } = await openRegisterEntry(book.id, 'audit', {}, by)
    await expect(saveRegisterEntry(id, 2, { title: '问题' }, by)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await expect(saveRegisterEntry(id, 1, { goalIds: ['nowhere'] }, by)).rejects.toMatchObject({
      code: 'not-found',
    })
    const others = acting('office')
    await expect(openRegisterEntry(book.id, 'audit', {}, others)).rejects.toMatchObject({
      code: 'not-permitted',
    })
    await expect(saveRegisterEntry(id, 1, { title: '问题' }, others)).rejects.toMatchObject({
      code: 'not-permitted',
    })
    await expect(removeRegisterEntry(id, 1, others)).rejects.toMatchObject({ code: 'not-permitted' })
    expect(await db.registers.get(id)).toMatchObject({ title: '', revision: 1 })
    await removeRegisterEntry(id, 1, by)
    expect(await db.registers.count()).toBe(0)
  })

  it('shows a clue to its keepers and the leader, and its words in no summary', async () => {
    await openRegisterEntry(book.id, 'clue', { title: '虚报冒领' }, acting('inspection'))
    expect(await registersOf(book.id, 'leader')).toHaveLength(1)
    expect(await registersOf(book.id, 'spending')).toEqual([])
    const entry = await db.audit.toCollection().last()
    expect(entry?.summary).toBe('登记违规线索移交')
  })
})

describe('the yearly plan', () => {
  it('is adopted once, and again only with what is missing', async () => {
    const count = await adoptWorkPlan(book.id, by)
    expect(await workItemsOf(book.id)).toHaveLength(count)
    expect(await adoptWorkPlan(book.id, by)).toBe(0)
    const [first] = await workItemsOf(book.id)
    await removeWorkItem(first?.id ?? '', 1, by)
    expect(await adoptWorkPlan(book.id, by)).toBe(1)
  })

  it('goes from the plan over the work and its proof to what is confirmed', async () => {
    const spending = acting('spending', '05')
    const { id } = await workOf(book, 'spending')
    await db.workItems.update(id, { progress: '', proof: '' })
    const step = async (name: Parameters<typeof takeWorkStep>[2]['id'], actor = spending, opinion = '') => {
      const item = await workItemById(id)
      return takeWorkStep(id, item?.revision ?? 0, { id: name, opinion }, actor)
    }
    await step('start-work-item')
    await expect(step('finish-work-item')).rejects.toMatchObject({ code: 'condition-unmet' })
    await saveWorkProgress(id, 2, { progress: '已汇总', proof: '自评汇总页' }, spending)
    const done = await step('finish-work-item')
    expect(done.doneOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    await expect(saveWorkProgress(id, done.revision, { progress: '改' }, spending)).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(step('return-work-item', by)).rejects.toMatchObject({ code: 'opinion-missing' })
    expect((await step('return-work-item', by, '请附汇总表')).doneOn).toBe('')
    await step('finish-work-item')
    await step('confirm-work-item', by)
    const back = await step('reopen-work-item', by, '佐证有误')
    expect(back).toMatchObject({ state: 'done', doneOn: done.doneOn })
    expect(back.trail.map(({ verb }) => verb)).toEqual([
      '开始办理',
      '报完成',
      '退回',
      '报完成',
      '确认完成',
      '撤销确认',
    ])
  })

  it('keeps every section to its own work, and the plan to 监督与绩效管理科', async () => {
    const item = await workOf(book, 'spending')
    const other = acting('spending', '06')
    const start = { id: 'start-work-item', opinion: '' } as const
    await expect(takeWorkStep(item.id, 1, start, other)).rejects.toMatchObject({ code: 'out-of-reach' })
    await expect(takeWorkStep(item.id, 1, start, by)).rejects.toMatchObject({ code: 'out-of-reach' })
    await expect(saveWorkProgress(item.id, 1, { progress: '改' }, other)).rejects.toMatchObject({
      code: 'out-of-reach',
    })
    await takeWorkStep(item.id, 1, start, acting('spending', '05'))
    await expect(removeWorkItem(item.id, 2, by)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(saveWorkItem(item.id, 2, { dueOn: '2026-02-30' }, by)).rejects.toMatchObject({
      code: 'condition-unmet',
    })
    const [section] = await sectionsOf(book.id)
    const planned = {
      name: ' ',
      duty: 'performance',
      sectionId: section?.id ?? '',
      dueOn: '2026-05-01',
    } as const
    const rest = { proofHint: '', clause: '', mark: '拟' } as const
    await expect(addWorkItem(book.id, { ...planned, ...rest }, by)).rejects.toMatchObject({
      code: 'condition-unmet',
    })
  })
})

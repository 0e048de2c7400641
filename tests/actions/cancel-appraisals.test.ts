import { beforeEach, describe, expect, it } from 'vitest'
import { cancelAppraisals } from '#actions/cancel-appraisals'
import { fillAppraisal } from '#actions/fill-appraisal'
import type { Appraisal } from '#domain/appraisals/appraisal'
import { departmentScheme } from '#domain/appraisals/shipped-department'
import { sectionScheme } from '#domain/appraisals/shipped-section'
import type { YearBook } from '#domain/year-book'
import { appraisalsOf } from '#storage/appraisals'
import { db } from '#storage/database'
import { lastAudit } from '../storage/last-audit.ts'
import { acting, by, freshBook, freshDatabase } from '../storage/world.ts'
import { noticeFor } from './appraisal-cases.ts'

let book: YearBook
let opened: readonly Appraisal[]
let first: Appraisal

beforeEach(async () => {
  await freshDatabase()
  ;({ book } = await freshBook())
  opened = await noticeFor(book, departmentScheme, 'own-1')
  const [one] = opened
  if (!one) throw new Error('there is a department')
  first = one
})

/** As the ledger of packages has one that left after the notice. */
async function sendOut(): Promise<void> {
  const sent = { bookId: book.id, direction: 'out', purpose: 'parameters', state: 'made' }
  await db.table('packages').put({ ...sent, id: 'p1', at: '2100-01-01', createdAt: '2100-01-01' })
}

describe('a notice that was issued by mistake', () => {
  const cancel = (reason = '对象选错', actor = by) => cancelAppraisals(book.id, first.noticeId, reason, actor)

  it('is taken back whole with its reason, another stays, and it can be issued again', async () => {
    const other = await noticeFor(book, sectionScheme, 'own-2')
    await cancel()
    expect(await appraisalsOf(book.id)).toEqual(other)
    expect((await lastAudit(book.id, 1))[0]).toMatchObject({
      action: 'cancel-appraisals',
      summary: `撤回考核通知：${first.title}，${opened.length} 个对象，理由：对象选错`,
    })
    expect(await noticeFor(book, departmentScheme, 'own-3')).toHaveLength(opened.length)
  })

  it('stays once it has left in a package or somebody has begun', async () => {
    await sendOut()
    await expect(cancel()).rejects.toMatchObject({ code: 'notice-used' })
    await db.packages.clear()
    await fillAppraisal(first.id, 1, { summary: '开始' }, acting('unit', '205001'))
    await expect(cancel()).rejects.toMatchObject({ code: 'notice-used' })
    expect(await appraisalsOf(book.id)).toHaveLength(opened.length)
  })

  it('of the sections of the bureau is not held by what leaves the machine', async () => {
    const [section] = await noticeFor(book, sectionScheme, 'own-2')
    await sendOut()
    await cancelAppraisals(book.id, section?.noticeId ?? '', '日期有误', by)
    expect(await appraisalsOf(book.id)).toEqual(opened)
  })

  it('needs a reason, and the duty that issues it', async () => {
    await expect(cancel(' ')).rejects.toMatchObject({ code: 'opinion-missing' })
    await expect(cancel('误', acting('spending'))).rejects.toMatchObject({ code: 'not-permitted' })
    await cancel()
    await expect(cancel()).rejects.toMatchObject({ code: 'not-found' })
  })
})

import '../backup/host.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { carryForward } from '#actions/carry-forward'
import { closeYear } from '#actions/close-year'
import { reopenYear } from '#actions/reopen-year'
import { isOpenIn } from '#domain/people/book-use'
import { dutyList } from '#domain/people/duties'
import { dutyMay, permissions } from '#domain/people/permissions'
import { db } from '#storage/database'
import { acting, freshBook, freshDatabase } from '../storage/world.ts'
import { everyRow } from './every-action.ts'

const by = acting('performance')
const closed = { at: '2027-03-01T00:00:00.000Z', by: '王晓', reason: '' } as const

describe('关账', () => {
  let bookId = ''
  beforeEach(async () => {
    await freshDatabase()
    bookId = (await freshBook()).book.id
  })

  it('waits until the year was carried forward, and is done once', async () => {
    await expect(closeYear(bookId, '', by)).rejects.toMatchObject({ code: 'not-allowed' })
    const next = await carryForward(bookId, by)
    await closeYear(bookId, '决算已批复。', by)
    expect((await db.books.get(bookId))?.closed).toMatchObject({ by: by.name, reason: '决算已批复。' })
    await expect(closeYear(bookId, '', by)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(closeYear(next.id, '', by)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('is taken back with a reason, which stands in the trail', async () => {
    await carryForward(bookId, by)
    await expect(reopenYear(bookId, '更正', by)).rejects.toMatchObject({ code: 'not-allowed' })
    await closeYear(bookId, '', by)
    await expect(reopenYear(bookId, ' ', by)).rejects.toMatchObject({ code: 'opinion-missing' })
    await reopenYear(bookId, '决算数有更正', by)
    expect((await db.books.get(bookId))?.closed).toBeUndefined()
    const last = (await db.audit.where('bookId').equals(bookId).toArray()).at(-1)
    expect(last?.summary).toContain('决算数有更正')
  })
})

describe('a closed year refuses', () => {
  const shut = everyRow.filter(([row]) => !isOpenIn('closed', row, permissions[row].area))
  it.each(shut)('%s, and keeps everything', async (row, prepare) => {
    const duty = dutyList.find((each) => dutyMay(each, row))
    if (!duty) throw new Error('every row has a holder')
    const attempt = await prepare()
    await db.books.toCollection().modify({ closed })
    const before = await db.audit.count()
    await expect(attempt(acting(duty))).rejects.toMatchObject({ code: 'year-closed' })
    expect(await db.audit.count()).toBe(before)
  })

  it.each(everyRow.filter(([row]) => ['evaluation', 'application'].includes(permissions[row].area)))(
    'not %s',
    async (row, prepare) => {
      const duty = dutyList.find((each) => dutyMay(each, row))
      if (!duty) throw new Error('every row has a holder')
      const attempt = await prepare()
      await db.books.toCollection().modify({ closed })
      await attempt(acting(duty))
    },
  )
})

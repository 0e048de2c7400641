import { describe, expect, it } from 'vitest'
import { carryForward } from '#actions/carry-forward'
import { eventsOfYear } from '#domain/dossier/events'
import { db } from '#storage/database'
import { dossierOf } from '#storage/dossier'
import { applicationIn } from '../domain/applications/sample.ts'
import { publishedBook } from './disclosure-world.ts'
import { by } from './world.ts'

const dayOf = (at: string) => at.slice(0, 10)

describe('一项目一档', () => {
  it('follows an object along the chain of books, from either end', async () => {
    const { book, platform } = await publishedBook()
    await carryForward(book.id, by)
    const later = (await db.goals.toArray()).find(
      ({ bookId, name }) => bookId !== book.id && name === platform.name,
    )
    if (!later) throw new Error('it was carried forward')
    for (const id of [platform.id, later.id]) {
      const dossier = await dossierOf(id)
      expect(dossier?.years.map(({ year, goal }) => [year, goal.id])).toEqual([
        [2027, later.id],
        [2026, platform.id],
      ])
    }
    const old = (await dossierOf(later.id))?.years.at(-1)
    if (!old) throw new Error('it has the year before')
    const stages = eventsOfYear(old, dayOf).map(({ stage }) => stage)
    expect(stages).toContain('declare')
    expect(stages).toContain('disclose')
  })

  it('is secret where any of its years is, and reads an application that has nothing but its object', async () => {
    const { book, secret, platform } = await publishedBook()
    expect((await dossierOf(secret.id))?.secret).toBe(true)
    const applied = applicationIn('carrying', { bookId: book.id, objectId: platform.id, goalId: platform.id })
    await db.applications.put(applied)
    expect((await dossierOf(platform.id))?.years[0]?.applications).toEqual([applied])
    expect(await dossierOf('nobody')).toBeNull()
  })
})

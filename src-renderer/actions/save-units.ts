import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { plainCode, type Unit } from '#domain/year-book'
import { db } from '#storage/database'
import { initialsOf } from '#storage/initials'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Keeps the units of a book as given: missing ones are removed. Throws `duplicate-code` for a code given twice,
 * `not-allowed` where a removed unit still has goals or a parent is not among them.
 */
export async function saveUnits(bookId: string, units: readonly Unit[], by: Actor): Promise<void> {
  const codes = units.map((unit) => plainCode(unit.code)).filter((code) => code !== '')
  if (new Set(codes).size !== codes.length) throw new AppError('duplicate-code')
  const kept = new Set(units.map((unit) => unit.id))
  if (units.some((unit) => unit.parentId !== '' && !kept.has(unit.parentId))) {
    throw new AppError('not-allowed')
  }
  const named = units.map((unit) => ({
    ...unit,
    bookId,
    initials: initialsOf(unit.name),
  }))
  const entry: Entry = { action: 'save-units', bookId, summary: '修改预算单位' }
  await write(newStamp(by), entry, ['units', 'goals'], async (writer) => {
    const stored = await db.units.where('[bookId+code]').between([bookId], [bookId, []]).toArray()
    const gone = stored.map((unit) => unit.id).filter((id) => !kept.has(id))
    for (const id of gone) {
      const goals = await db.goals.where('[bookId+unitId+id]').between([bookId, id], [bookId, id, []]).count()
      if (goals > 0) throw new AppError('not-allowed')
    }
    await writer.remove('units', gone)
    await writer.put('units', named)
  })
}

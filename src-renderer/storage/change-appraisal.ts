import type { Appraisal } from '#domain/appraisals/appraisal'
import { AppError } from '#domain/errors'
import type { Permission } from '#domain/people/permissions'
import { appraisalById } from './appraisals.ts'
import { db } from './database.ts'
import { asSeen } from './revision.ts'
import type { Stamp } from './stamp.ts'
import { type Entry, write } from './write.ts'

/** An appraisal as the person saw it. */
type SeenAppraisal = { id: string; revision: number }

/**
 * Writes one appraisal as it was seen with its change; `said` is what the entry says before its name. Throws `not-found`,
 * `changed-meanwhile`, and what `change` throws.
 */
export async function changeAppraisal(
  stamp: Stamp,
  { id, revision }: SeenAppraisal,
  { action, said }: { action: Permission; said: string },
  change: (before: Appraisal) => Appraisal,
): Promise<Appraisal> {
  const seen = await appraisalById(id)
  if (!seen) throw new AppError('not-found')
  const entry: Entry = { action, bookId: seen.bookId, summary: `${said}：${seen.name}` }
  return write(stamp, entry, ['appraisals'], async (writer) => {
    const after = change(asSeen(await db.appraisals.get(id), revision))
    await writer.put('appraisals', [after])
    return after
  })
}

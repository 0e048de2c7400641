import { AppError } from '#domain/errors'
import type { SelfEvaluationContent } from '#domain/evaluation/self-evaluation'
import { contentOf } from '#domain/evaluation/self-evaluation-content'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { revisedSelfEvaluation } from '#storage/self-evaluation-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** What the preview would make of a form at the revision it was seen in. */
export type SelfEvaluationImported = { id: string; seenRevision: number; content: SelfEvaluationContent }

/** The forms as they were, with the revision the import left them at. */
export type SelfEvaluationImportUndo = {
  bookId: string
  forms: { id: string; name: string; revision: number; content: SelfEvaluationContent }[]
}

/**
 * 导入自评表 into a book, all or none. Gives back what undoes it. Throws `changed-meanwhile` where a form was changed after
 * the preview, `not-allowed` where a form's state forbids it, `not-found` where nothing is chosen.
 */
export async function importSelfEvaluations(
  bookId: string,
  imported: readonly SelfEvaluationImported[],
  files: readonly string[],
  by: Actor,
): Promise<SelfEvaluationImportUndo> {
  if (imported.length === 0) throw new AppError('not-found')
  const stamp = newStamp(by)
  const summary = `导入自评表：${new Set(files).size} 个文件，${imported.length} 个项目`
  const entry: Entry = { action: 'import-self-evaluations', bookId, summary }
  return write(stamp, entry, ['selfEvaluations'], async (writer) => {
    const stored = await db.selfEvaluations.bulkGet(imported.map(({ id }) => id))
    const before = imported.map(({ seenRevision }, index) => asSeen(stored[index], seenRevision))
    if (before.some((form) => form.bookId !== bookId)) throw new AppError('not-found')
    const after = before.map((form, index) =>
      revisedSelfEvaluation(stamp, form, imported[index]?.content ?? {}),
    )
    await writer.put('selfEvaluations', after)
    const forms = before.map((form, index) => ({
      id: form.id,
      name: form.name,
      revision: after[index]?.revision ?? 0,
      content: contentOf(form),
    }))
    return { bookId, forms }
  })
}

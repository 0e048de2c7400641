import { AppError } from '#domain/errors'
import type { SelfEvaluationContent } from '#domain/evaluation/self-evaluation'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { revisedSelfEvaluation } from '#storage/self-evaluation-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Takes an import of self-evaluations back, all or none. Throws `undo-impossible` with the names in `cause`, and changes
 * nothing, where forms were worked on since.
 */
export async function undoSelfEvaluationImport(
  undo: {
    bookId: string
    forms: readonly { id: string; name: string; revision: number; content: SelfEvaluationContent }[]
  },
  by: Actor,
): Promise<void> {
  const stamp = newStamp(by)
  const summary = `撤销导入自评表：还原 ${undo.forms.length} 个项目`
  const entry: Entry = { action: 'undo-self-evaluation-import', bookId: undo.bookId, summary }
  await write(stamp, entry, ['selfEvaluations'], async (writer) => {
    const stored = await db.selfEvaluations.bulkGet(undo.forms.map(({ id }) => id))
    const standing = undo.forms.filter(({ revision }, index) => stored[index]?.revision !== revision)
    if (standing.length > 0)
      throw new AppError('undo-impossible', { cause: standing.map(({ name }) => name) })
    const current = stored.filter((form) => form !== undefined)
    await writer.put(
      'selfEvaluations',
      current.map((form, index) => revisedSelfEvaluation(stamp, form, undo.forms[index]?.content ?? {})),
    )
  })
}

import { desktop } from '#desktop'
import { AppError } from '#domain/errors'
import { othersForExpert, taskForExpert } from '#domain/evaluation/kit'
import type { EvaluationTask } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import { sealKit } from '#exchange/kit'
import { newKeyPair } from '#exchange/national-crypto'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import { evaluationTaskById, sheetById, sheetsOf } from '#storage/evaluation-tasks'
import { sheetOut } from '#storage/kit-record'
import { knownFactsOf } from '#storage/known-facts'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Shorter ones are tried out in an afternoon. */
export const shortestPassphrase = 8

/**
 * 生成评分包: the file that one expert opens on another machine, closed under a passphrase; from now on the sheet is written
 * there. The key that signs the answer is made for this kit and goes with it, only its public half stays here. Throws
 * `entry-faulty` for a short passphrase, `not-allowed` where the sheet is signed or its round is over.
 */
export async function issueExpertKit(
  sheetId: string,
  seenRevision: number,
  passphrase: string,
  by: Actor,
): Promise<{ name: string; bytes: Uint8Array }> {
  if ([...passphrase.trim()].length < shortestPassphrase) throw new AppError('entry-faulty')
  const sheet = await sheetById(sheetId)
  const task = sheet && (await evaluationTaskById(sheet.taskId))
  const book = sheet && (await bookById(sheet.bookId))
  if (!sheet || !task || !book) throw new AppError('not-found')
  const stamp = newStamp(by)
  const keys = newKeyPair()
  const kit = { id: stamp.nextId(), publicKey: keys.publicKey, issuedAt: stamp.at, takenAt: '' } as const
  const shown = taskForExpert(task, sheet.expertId)
  const { kit: _kit, ...bare } = sheet
  const unit = task.isBlind ? undefined : await db.units.get(task.unitId)
  const { office, regionCode, regionName } = book.identity
  const bytes = await sealKit(
    {
      ...{ task: shown, sheet: bare, unitName: unit?.name ?? '', office, regionCode, regionName },
      ...{ year: book.year, rulesId: book.rulesId, privateKey: keys.privateKey },
      facts: await knownFactsOf(task),
      others: othersForExpert(await sheetsOf(book.id, task.id), sheet),
    },
    await evidenceOf(shown),
    { id: kit.id, createdAt: stamp.at, sender: office, keys, passphrase: passphrase.trim() },
  )
  const summary = `生成专家评分包：${task.name}，${sheet.name}，第 ${sheet.round} 轮`
  const entry: Entry = { action: 'issue-expert-kit', bookId: book.id, summary }
  await write(stamp, entry, ['scoreSheets', 'evaluationTasks'], async (writer) => {
    const now = await db.evaluationTasks.get(task.id)
    if (!now) throw new AppError('not-found')
    const before = asSeen(await db.scoreSheets.get(sheetId), seenRevision)
    await writer.put('scoreSheets', [sheetOut(stamp, before, now, kit)])
  })
  const round = sheet.round === 1 ? '' : '第二轮'
  return { name: `评分包-${task.number}-${sheet.name}${round}.jhx`, bytes }
}

/** The evidence that is still there; a paper that is missing here would be missing at the expert's too. */
async function evidenceOf({ materials }: EvaluationTask): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>()
  for (const { attachment } of materials) {
    if (!attachment) continue
    const bytes = await desktop.readAttachment(attachment.hash)
    if (bytes) found.set(attachment.hash, bytes)
  }
  return found
}

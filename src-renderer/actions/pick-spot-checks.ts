import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import type { Problem } from '#domain/problem'
import { openedCheck } from '#domain/spot-checks/opened'
import { type PickWish, pickForms, pickText, type SpotPick } from '#domain/spot-checks/pick'
import type { SpotCheck } from '#domain/spot-checks/spot-check'
import { rulesOf } from '#domain/year-rules'
import { db } from '#storage/database'
import { newSeed } from '#storage/draws'
import { screenedRound, screeningTables } from '#storage/screening'
import { spotChecksOf } from '#storage/spot-checks'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 抽取核查对象 of a round, by risk, by chance or by hand, among all reported forms or the named ones. Keeps the record with
 * seed, candidates and who could not be picked, and opens a check for each. Where nothing can be picked nothing is
 * written and the problems say why. Throws `not-found`.
 */
export async function pickSpotChecks(
  roundId: string,
  wish: PickWish,
  among: readonly string[] | null,
  by: Actor,
): Promise<{ pick: SpotPick; checks: SpotCheck[] } | { problems: Problem[] }> {
  const round = await db.rounds.get(roundId)
  if (!round) throw new AppError('not-found')
  const { bookId } = round
  const stamp = newStamp(by)
  const seed = wish.way === 'random' ? newSeed() : ''
  const entry: Entry = { action: 'pick-spot-checks', bookId, summary: '' }
  const tables = ['spotPicks', 'spotChecks', 'books', ...screeningTables] as const
  return write(stamp, entry, tables, async (writer) => {
    const book = await db.books.get(bookId)
    if (!book) throw new AppError('not-found')
    const taken = await spotChecksOf(bookId)
    const isTaken = (id: string) => taken.some((each) => each.monitoringId === id && each.state !== 'dropped')
    const wanted = among && new Set(among)
    const screened = (await screenedRound(round, rulesOf(book))).filter(
      ({ form }) => wanted === null || wanted.has(form.id),
    )
    const listed = screened
      .map(({ form, risk }) => ({ monitoringId: form.id, name: form.name, points: risk.points }))
      .toSorted((left, right) => (left.monitoringId < right.monitoringId ? -1 : 1))
    const candidates = listed.filter(({ monitoringId }) => !isTaken(monitoringId))
    const { picked, problems } = pickForms(wish, candidates, seed)
    if (problems.length > 0) return { problems }
    const pick: SpotPick = {
      id: stamp.nextId(),
      bookId,
      roundId,
      name: pickText({ wish, picked }),
      wish: { ...wish, reason: wish.reason.trim() },
      seed,
      candidates,
      excluded: listed
        .filter(({ monitoringId }) => isTaken(monitoringId))
        .map(({ monitoringId, name }) => ({ monitoringId, name, reason: '已在核查' })),
      picked,
      at: stamp.at,
      by: stamp.by,
      duty: by.duty,
      revision: 1,
      changedAt: stamp.at,
      changedBy: stamp.by,
    }
    const byId = new Map(screened.map((each) => [each.form.id, each]))
    const checks = picked.flatMap((id) => {
      const found = byId.get(id)
      return found ? [openedCheck(pick, found, { id: stamp.nextId(), at: stamp.at, by: stamp.by })] : []
    })
    await writer.put('spotPicks', [pick])
    await writer.put('spotChecks', checks)
    writer.say(`抽取核查对象：${round.name}，${pick.name}（从 ${candidates.length} 份中）`)
    return { pick, checks }
  })
}

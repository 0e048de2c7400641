import type { Disposal } from '#domain/disposals/disposal'
import { type Candidate, candidateOf, countedLights } from '#domain/disposals/propose'
import { measureList } from '#domain/disposals/rules'
import { lightsOfMonitoring, referenceOf } from '#domain/monitoring/monitoring'
import type { YearRules } from '#domain/year-rules'
import { db } from './database.ts'
import { monitoringsOf } from './monitorings.ts'
import { spotChecksOf } from './spot-checks.ts'

/** All disposals of a book, in the order they were proposed. */
export function disposalsOf(bookId: string): Promise<Disposal[]> {
  return db.disposals.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
}

export async function disposalById(id: string): Promise<Disposal | null> {
  return (await db.disposals.get(id)) ?? null
}

/** The disposals of the ids, in their order; what no longer exists is left out. */
export async function disposalsByIds(ids: readonly string[]): Promise<Disposal[]> {
  return (await db.disposals.bulkGet([...ids])).filter((each) => each !== undefined)
}

/** What the rules propose for the reported forms of a round, with what its spot checks found; the gravest first. */
export async function candidatesIn(bookId: string, roundId: string, rules: YearRules): Promise<Candidate[]> {
  const [forms, checks] = await Promise.all([monitoringsOf(bookId, roundId), spotChecksOf(bookId)])
  const { monitoring } = rules
  const handedOver = checks.filter(({ state }) => state === 'taken')
  const checkOf = new Map(handedOver.map((check) => [check.monitoringId, check]))
  const found = forms.flatMap((form) => {
    const lights = countedLights(form, lightsOfMonitoring(form, referenceOf(form), monitoring))
    return candidateOf(form, lights, checkOf.get(form.id) ?? null, monitoring.disposal) ?? []
  })
  const gravity = ({ causes, measure }: Candidate) =>
    causes.filter(({ colour }) => colour === 'red').length * measureList.length + measureList.indexOf(measure)
  return found.toSorted(
    (left, right) => gravity(right) - gravity(left) || (left.goalId < right.goalId ? -1 : 1),
  )
}

import { createGoal } from '#actions/create-goal'
import { publishDisclosures } from '#actions/publish-disclosures'
import { saveGoalDraft } from '#actions/save-goal-draft'
import type { Disclosure } from '#domain/disclosures/disclosure'
import type { Goal } from '#domain/goals/goal'
import { db } from '#storage/database'
import { by, freshBook, freshDatabase, soundContent } from './world.ts'

export const publishing = {
  publishedOn: '2026-02-20',
  place: '',
  address: 'http://www.scnj.gov.cn/ysgk/2026',
  proofs: [],
}

/** A book with an approved goal for the platform, one for the unit's site, and a secret one. */
export async function disclosureBook() {
  await freshDatabase()
  const { book, units } = await freshBook()
  const unitId = units[1].id
  const make = async (name: string, changes: Partial<Goal>): Promise<Goal> => {
    const content = { ...soundContent(unitId, name), ...changes }
    const id = await createGoal(book.id, unitId, content.kind, content.book, by)
    const goal: Goal = { ...(await saveGoalDraft(id, 1, content, by)), status: 'approved' }
    await db.goals.put(goal)
    return goal
  }
  return {
    book,
    units,
    platform: await make('义务教育营养改善计划', { code: 'P1', budgetKind: 'special' }),
    site: await make('校园零星维修', { code: 'P2', budgetKind: 'departmental', importance: 'general' }),
    secret: await make('人防指挥所改造', { code: 'RF2026001', secret: true }),
  }
}

/** As a person sees a thing before anybody said anything of it. */
export function unseen({ id }: Goal) {
  return { objectId: id, seenRevision: 0 }
}

export function seen({ objectId, revision }: Disclosure) {
  return { objectId, seenRevision: revision }
}

/** The book with its goal for the platform published. */
export async function publishedBook() {
  const world = await disclosureBook()
  const [record] = await publishDisclosures(world.book.id, [unseen(world.platform)], publishing, by)
  if (!record) throw new Error('it was published')
  return { ...world, record }
}

import { discardMilestone } from '#actions/discard-milestone'
import { dismissFinding } from '#actions/dismiss-finding'
import { restoreFinding } from '#actions/restore-finding'
import { saveMilestone } from '#actions/save-milestone'
import { emptyMilestone } from '#domain/coverage-map/milestone'
import { dismissedOf } from '#storage/analysis'
import { by, freshBook, freshDatabase } from '../storage/world.ts'
import type { Cases } from './action-case.ts'

const target = { ...emptyMilestone(2027), text: '区县四本预算绩效监控全覆盖' }
const finding = { id: 'repeated:a:b', title: '“甲”与“乙”相似' }

async function bookId(): Promise<string> {
  await freshDatabase()
  return (await freshBook()).book.id
}

/** Every write of the road map and the analysis. */
export const coverageCases = {
  'save-milestone': async () => {
    const id = await bookId()
    return (actor) => saveMilestone(id, null, target, actor)
  },
  'discard-milestone': async () => {
    const made = await saveMilestone(await bookId(), null, target, by)
    return (actor) => discardMilestone(made.id, made.revision, actor)
  },
  'dismiss-finding': async () => {
    const id = await bookId()
    return (actor) => dismissFinding(id, finding, '内容不同', actor)
  },
  'restore-finding': async () => {
    const id = await bookId()
    await dismissFinding(id, finding, '内容不同', by)
    const [dismissed] = await dismissedOf(id)
    if (!dismissed) throw new Error('nothing was put aside')
    return (actor) => restoreFinding(dismissed, actor)
  },
} satisfies Cases

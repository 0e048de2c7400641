import { type Milestone, type MilestoneContent, milestoneProblems } from '#domain/coverage-map/milestone'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { changed } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Keeps what is said of a target of the road map, or a target of the bureau's own; `seen` null makes one. Throws
 * `entry-faulty` with the problems as its cause, `changed-meanwhile` where it is at another revision.
 */
export async function saveMilestone(
  bookId: string,
  seen: Pick<Milestone, 'id' | 'revision'> | null,
  content: MilestoneContent,
  by: Actor,
): Promise<Milestone> {
  const problems = milestoneProblems(content)
  if (problems.length > 0) throw new AppError('entry-faulty', { cause: problems })
  const stamp = newStamp(by)
  const entry: Entry = { action: 'save-milestone', bookId, summary: `路线图：${content.text}` }
  return write(stamp, entry, ['milestones'], async (writer) => {
    const kept = seen && (await db.milestones.get(seen.id))
    if ((kept?.revision ?? 0) !== (seen?.revision ?? 0)) throw new AppError('changed-meanwhile')
    const milestone: Milestone = {
      ...content,
      id: seen?.id ?? stamp.nextId(),
      bookId,
      ...changed(stamp, seen),
    }
    await writer.put('milestones', [milestone])
    return milestone
  })
}

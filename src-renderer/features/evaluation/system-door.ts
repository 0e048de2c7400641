import { approveIndicatorSystem } from '#actions/approve-indicator-system'
import { discardIndicatorSystem } from '#actions/discard-indicator-system'
import { saveIndicatorSystem } from '#actions/save-indicator-system'
import { copiedSystem, type IndicatorSystem, nextVersion } from '#domain/evaluation/indicator-system'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { indicatorSystemById } from '#storage/evaluation-tasks'
import type { EditionDoor } from '#ui/Editions.tsx'

/** How a 指标体系 is copied, written, approved and followed. */
export function useSystemDoor(): EditionDoor<IndicatorSystem> {
  const { book, by } = useSession()
  return {
    list: '指标体系',
    path: '/evaluation/systems',
    may: {
      save: may(by, 'save-indicator-system'),
      approve: may(by, 'approve-indicator-system'),
      discard: may(by, 'discard-indicator-system'),
    },
    read: indicatorSystemById,
    add: (fresh) => saveIndicatorSystem(book.id, fresh, 0, by),
    approve: (id, seenRevision) => approveIndicatorSystem(id, seenRevision, by),
    discard: (id, seenRevision) => discardIndicatorSystem(id, seenRevision, by),
    copied: copiedSystem,
    next: nextVersion,
    meaning: '审定后不再修改，评价任务可以选用；需要调整时编制下一版。已在进行的任务用自己的副本，不受影响。',
  }
}

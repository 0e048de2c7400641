import { approveScheme } from '#actions/approve-scheme'
import { discardScheme } from '#actions/discard-scheme'
import { saveScheme } from '#actions/save-scheme'
import { copiedScheme, nextScheme, type Scheme } from '#domain/appraisals/scheme'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { schemeById } from '#storage/appraisals'
import type { EditionDoor } from '#ui/Editions.tsx'

/** How a 考核办法 is copied, written, approved and followed. */
export function useSchemeDoor(): EditionDoor<Scheme> {
  const { book, by } = useSession()
  return {
    list: '考核办法',
    path: '/appraisals/schemes',
    may: {
      save: may(by, 'save-scheme'),
      approve: may(by, 'approve-scheme'),
      discard: may(by, 'discard-scheme'),
    },
    read: schemeById,
    add: (fresh) => saveScheme(book.id, fresh, 0, by),
    approve: (id, seenRevision) => approveScheme(id, seenRevision, by),
    discard: (id, seenRevision) => discardScheme(id, seenRevision, by),
    copied: copiedScheme,
    next: nextScheme,
    meaning: '审定后不再修改，印发考核通知时选用；需要调整时编制下一版。已印发的考核用自己的副本，不受影响。',
  }
}

import type { YearBook } from '../year-book.ts'
import type { Area } from './duty-table/permit.ts'
import type { Permission } from './permissions.ts'

/**
 * What may be done in a book, whoever acts: everything, only looking (another machine's book, or one that was collected from
 * another bureau), scoring the one sheet of a 评分包, or what comes after the year once it is closed (关账).
 */
export type BookUse = 'working' | 'looking' | 'scoring' | 'closed'

/** What a book is there for; a kit is for scoring whatever else it is, and a copy is looked at even where it is closed. */
export function bookUse({
  kit,
  collected,
  readOnly,
  closed,
}: Pick<YearBook, 'kit' | 'collected' | 'readOnly' | 'closed'>): BookUse {
  if (kit) return 'scoring'
  if (collected || readOnly) return 'looking'
  return closed ? 'closed' : 'working'
}

/** Areas whose records lie in the book; the others are of the machine. */
const ofBook: ReadonlySet<Area> = new Set([
  ...(['goals', 'review', 'adjustments', 'assessments', 'monitoring', 'evaluation', 'application'] as const),
])
/** Rows of the machine's areas that write into the book that is open. */
const ofBookToo: ReadonlySet<Permission> = new Set([
  ...(['save-identity', 'set-book-rules', 'save-sections', 'save-units', 'carry-forward'] as const),
  ...(['close-year', 'reopen-year'] as const),
])
/** What writes no record, or none into the book that is open. */
const leavesBook: ReadonlySet<Permission> = new Set([
  ...(['open-expert-kit', 'save-layout', 'archive-dossier', 'archive-secret-dossier'] as const),
  'make-publication-set',
])
/** 评价、应用、公开、考核 of a budget year are done after it, in its book; these are of the year itself 〔拟〕. */
const ofYear: ReadonlySet<Area> = new Set([
  ...(['goals', 'review', 'adjustments', 'assessments', 'monitoring'] as const),
])
/** A picture of what the board shows changes nothing. */
const afterYear: ReadonlySet<Permission> = new Set(['freeze-dashboard', 'save-layout'])
/** All that an expert does with a 评分包. */
const ofScoring: ReadonlySet<Permission> = new Set([
  ...(['see-evaluation-tasks', 'save-score-sheet', 'sign-score-sheet', 'open-expert-kit'] as const),
  ...(['create-book', 'load-demo', 'remove-demo'] as const),
])

/** Whether a row of the duty table, of the area `area`, stands open in a book of this use. */
export function isOpenIn(use: BookUse, permission: Permission, area: Area): boolean {
  const isSeeing = permission.startsWith('see-')
  if (use === 'scoring') return ofScoring.has(permission) || area === 'backup' || area === 'people'
  if (use === 'looking')
    return isSeeing || leavesBook.has(permission) || !(ofBook.has(area) || ofBookToo.has(permission))
  if (use === 'closed') return isSeeing || afterYear.has(permission) || !ofYear.has(area)
  return true
}

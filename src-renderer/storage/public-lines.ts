import type { DisclosureGoal } from '#domain/disclosures/due'
import type { Goal } from '#domain/goals/goal'
import { publicPart } from './coverage-disclosures.ts'
import { db } from './database.ts'
import { byIndex } from './line-reading.ts'
import { linesIn } from './lines.ts'

/** What of a goal says whether it is published, and what the 同步台账 shows of it. */
export type PublicLine = DisclosureGoal & Pick<Goal, 'initials'>

/** Raised with every change of what a line says. */
const shape = '1'

/** The goals of a book as the lists of what is to be published need them, in the order they were made. */
export const publicLines = linesIn<Goal, PublicLine>({
  ...{ table: 'goals', name: 'public goals' },
  reading: byIndex(db.goals, '[bookId+id]', ({ bookId, id }) => [bookId, id]),
  baseOf: () => shape,
  lineOf: (goal) => ({ ...publicPart(goal), initials: goal.initials }),
})

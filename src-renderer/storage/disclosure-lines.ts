import type { Disclosure } from '#domain/disclosures/disclosure'
import { db } from './database.ts'
import { byIndex } from './line-reading.ts'
import { linesIn } from './lines.ts'

/** What lists of open work need of what was said of something that is to be published. */
export type DisclosureLine = Pick<Disclosure, 'id' | 'bookId' | 'objectId' | 'unitId' | 'state' | 'checks'>

/** Raised with every change of what a line says. */
const shape = '1'

/** What was said of the things of a book that are to be published. */
export const disclosureLines = linesIn<Disclosure, DisclosureLine>({
  table: 'disclosures',
  reading: byIndex(db.disclosures, '[bookId+id]', ({ bookId, id }) => [bookId, id]),
  baseOf: () => shape,
  lineOf: ({ id, bookId, objectId, unitId, state, checks }) => ({
    ...{ id, bookId, objectId, unitId, state, checks },
  }),
})

/** Everything that was said of the things of a book that are to be published, for their own ledger. */
export const disclosureRecords = linesIn<Disclosure, Disclosure>({
  ...{ table: 'disclosures', name: 'disclosure records' },
  reading: byIndex(db.disclosures, '[bookId+id]', ({ bookId, id }) => [bookId, id]),
  baseOf: () => shape,
  lineOf: (record) => record,
})

import type { Migration } from './migration.ts'

/** Books, base data, goals with their ledger rows, imports, the audit trail, layouts and preferences. */
export const first: Migration = {
  version: 1,
  stores: {
    books: 'id, year',
    sections: 'id, [bookId+order]',
    units: 'id, [bookId+code], [bookId+parentId]',
    goals: 'id, [bookId+matchKey], [bookId+unitId+id], [bookId+status+id], [bookId+id], *sentenceMarks',
    goalRows: 'id, bookId',
    imports: 'id, [bookId+at]',
    audit: 'id, [bookId+number], *subjectIds',
    auditHeads: 'bookId',
    layouts: 'id',
    preferences: 'id',
  },
}

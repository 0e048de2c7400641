import type { Migration } from './migration.ts'

/** 考核、结果应用、信息公开 and the registers of supervision: what closes the circle. */
export const circle: Migration = {
  version: 9,
  stores: {
    schemes: 'id, [bookId+id]',
    appraisals: 'id, [bookId+id]',
    applications: 'id, [bookId+id], objectId',
    disclosures: 'id, [bookId+id], objectId',
    registers: 'id, [bookId+id]',
    workItems: 'id, [bookId+id]',
    milestones: 'id, [bookId+id]',
    dismissals: 'id, [bookId+id]',
  },
}

import type { Migration } from './migration.ts'

/** What follows from monitoring: the round's report, frozen figures of the dashboard, and the calendar of working days. */
export const disposal: Migration = {
  version: 5,
  stores: {
    roundReports: 'id, [bookId+id]',
    snapshots: 'id, [bookId+id]',
    calendars: 'id',
  },
}

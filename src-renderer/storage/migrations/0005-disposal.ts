import type { Migration } from './migration.ts'

/** What follows from monitoring: the round's report, the calendar of working days, and how checks were picked. */
export const disposal: Migration = {
  version: 5,
  stores: {
    roundReports: 'id, [bookId+id]',
    calendars: 'id',
    spotPicks: 'id, [bookId+id]',
  },
}

import type { Migration } from './migration.ts'

/**
 * What follows from monitoring: the round's report, frozen figures of the dashboard, the
 * calendar of working days, and how checks were picked.
 */
export const disposal: Migration = {
  version: 5,
  stores: {
    roundReports: 'id, [bookId+id]',
    snapshots: 'id, [bookId+id]',
    calendars: 'id',
    spotPicks: 'id, [bookId+id]',
  },
}

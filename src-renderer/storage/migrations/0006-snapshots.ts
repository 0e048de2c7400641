import type { Migration } from './migration.ts'

/** The dashboard's figures as they were on a day. */
export const snapshots: Migration = {
  version: 6,
  stores: { snapshots: 'id, [bookId+id]' },
}

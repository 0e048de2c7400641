import type { Migration } from './migration.ts'

/** 制度库: the bureau's own documents, kept across the year books. */
export const regulations: Migration = {
  version: 2,
  stores: { regulations: 'id' },
}

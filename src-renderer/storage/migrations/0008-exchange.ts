import type { Migration } from './migration.ts'

/** 数据交换: this station and those it knows, the ledger of packages, and what each import replaced. */
export const exchange: Migration = {
  version: 8,
  stores: {
    stations: 'id',
    peers: 'id',
    packages: 'id, [bookId+id]',
    packageChanges: 'id, [bookId+id]',
  },
}

import { type Content, goes } from '#domain/exchange/contents'
import type { SecretGoal } from '#domain/exchange/secrets'
import { isWithin, type Scope } from '#domain/exchange/way'
import { digestsSoon } from '#exchange/digests'
import { type Piece, packedPiece, type Watch } from '#exchange/pack-table'
import { rowsOfBook, type Stretch } from '#storage/rows-of-book'

/** What of a table is to be packed; plain data, so that a worker can be told. */
export type TableJob = {
  bookId: string
  content: Content
  scope: Scope
  /** Ids that the receiver has had before. */
  known: ReadonlySet<string>
  secretGoals: readonly SecretGoal[]
  /** Whether the package is not closed: then its parts have the digests of what is packed. */
  isOpen: boolean
}
export type PackJob = TableJob & { stretch: Stretch }

/** Reads and packs a stretch of a table; it only reads. Throws `secret-inside`. */
export async function packStretch(job: PackJob, watch: Watch = {}): Promise<Piece> {
  const { bookId, content, scope, known, secretGoals, isOpen, stretch } = job
  const source = {
    rows: rowsOfBook(content.table, bookId, stretch),
    isGoing: (record: { id: string }) =>
      isWithin(scope, content.table, record) && goes(content, record, known.has(record.id)),
  }
  const piece = await packedPiece(content, source, secretGoals, watch)
  return isOpen ? { ...piece, digests: await digestsSoon(piece.bytes) } : piece
}

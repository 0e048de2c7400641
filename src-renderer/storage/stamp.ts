import type { Moment } from '#domain/dates'
import { makeId } from '#domain/ids'
import type { Actor } from '#domain/people/duties'

/** When and by whom (in which duty) a write is made, and where its new ids come from; made once, before the transaction. */
export type Stamp = { at: Moment; by: string; actor: Actor; nextId: () => string }

const idBytes = 10
/** Asked for in one piece: an import takes thousands of ids. */
const idsAtOnce = 200

function randomPieces(): () => Uint8Array {
  let pool = new Uint8Array()
  let at = 0
  return () => {
    if (at === pool.length) {
      pool = crypto.getRandomValues(new Uint8Array(idBytes * idsAtOnce))
      at = 0
    }
    at += idBytes
    return pool.subarray(at - idBytes, at)
  }
}

/** Ids of one stamp rise in the order they are taken, so that imported goals keep the order of the forms. */
export function newStamp(actor: Actor): Stamp {
  const now = new Date()
  return { at: now.toISOString(), by: actor.name, actor, nextId: idsFrom(now) }
}

/** Fresh ids outside a write: rows made by hand, a plan that is not written yet. */
export function idsFrom(now: Date): () => string {
  const nextRandom = randomPieces()
  let taken = 0
  function nextId(): string {
    const random = nextRandom()
    // Twelve bits behind the time count within a millisecond (RFC 9562 6.2, method 1).
    random[0] = (taken >> 8) & 0x0f
    random[1] = taken & 0xff
    const id = makeId(now.getTime() + (taken >> 12), random)
    taken++
    return id
  }
  return nextId
}

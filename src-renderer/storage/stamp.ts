import type { Moment } from '#domain/dates'
import { makeId } from '#domain/ids'
import type { Actor } from '#domain/people/duties'

/** When and by whom (in which duty) a write is made, and where its new ids come from; made once, before the transaction. */
export type Stamp = { at: Moment; by: string; actor: Actor; nextId: () => string }

export function newStamp(actor: Actor): Stamp {
  return { at: new Date().toISOString(), by: actor.name, actor, nextId }
}

const idBytes = 10
/** Asked for in one piece: an import takes thousands of ids. */
const idsAtOnce = 200
const perMillisecond = 1 << 12

let pool = new Uint8Array()
let poolAt = 0
let lastTime = 0
let taken = 0

function nextRandom(): Uint8Array {
  if (poolAt === pool.length) {
    pool = crypto.getRandomValues(new Uint8Array(idBytes * idsAtOnce))
    poolAt = 0
  }
  poolAt += idBytes
  return pool.subarray(poolAt - idBytes, poolAt)
}

/**
 * A fresh id. Ids rise in the order they are taken, also within a millisecond and when the clock is set back: imported
 * goals keep the order of the forms, and what was listed later is later.
 */
export function nextId(): string {
  const now = Date.now()
  if (now > lastTime) {
    lastTime = now
    taken = 0
  } else if (++taken === perMillisecond) {
    lastTime++
    taken = 0
  }
  const random = nextRandom()
  // Twelve bits behind the time count within a millisecond (RFC 9562 6.2, method 1).
  random[0] = (taken >> 8) & 0x0f
  random[1] = taken & 0xff
  return makeId(lastTime, random)
}

import { hashOf, noHash } from './audit-hash.ts'
import type { AuditEntry, AuditHead } from './records.ts'

/** One place where a chain does not fit, with the numbers that it is about and what was expected there. */
export type ChainFault = {
  kind: 'altered' | 'link' | 'missing' | 'doubled' | 'cut-off' | 'beyond-head' | 'head' | 'algorithm'
  from: number
  to: number
  expected: string
  found: string
}

/**
 * Follows one chain from its first entry: `next` takes the entries in the order of their numbers, `end` the head. Every
 * fault is named by its number; only so much of the last entry is kept that a chain of any length can be followed.
 */
export class ChainFollower {
  readonly faults: ChainFault[] = []
  count = 0
  #number = 0
  #hash = noHash
  #isNational = false

  next(entry: AuditEntry): void {
    this.count++
    const { number, hash, previousHash, algorithm } = entry
    if (number <= this.#number) this.#say('doubled', number, number, String(this.#number + 1), String(number))
    const isNext = number === this.#number + 1
    if (number > this.#number + 1)
      this.#say('missing', this.#number + 1, number - 1, String(this.#number + 1), String(number))
    const own = hashOf(entry)
    if (own !== hash) this.#say('altered', number, number, own, hash)
    // After a gap the link cannot fit: the gap is said once.
    if (isNext && previousHash !== this.#hash) this.#say('link', number, number, this.#hash, previousHash)
    if (this.#isNational && algorithm !== 'sm3') this.#say('algorithm', number, number, 'SM3', 'SHA-256')
    this.#isNational ||= algorithm === 'sm3'
    this.#number = Math.max(number, this.#number)
    this.#hash = hash
  }

  end(head: Pick<AuditHead, 'number' | 'hash'> | undefined): ChainFault[] {
    const [number, hash] = [head?.number ?? 0, head?.hash ?? noHash]
    if (number > this.#number)
      this.#say('cut-off', this.#number + 1, number, String(number), String(this.#number))
    else if (number < this.#number)
      this.#say('beyond-head', number + 1, this.#number, String(number), String(this.#number))
    else if (hash !== this.#hash) this.#say('head', number, number, hash, this.#hash)
    return this.faults
  }

  #say(kind: ChainFault['kind'], from: number, to: number, expected: string, found: string): void {
    this.faults.push({ kind, from, to, expected, found })
  }
}

/** All faults of a chain whose entries are at hand, in any order. */
export function chainFaults(
  entries: readonly AuditEntry[],
  head: Pick<AuditHead, 'number' | 'hash'> | undefined,
): ChainFault[] {
  const follower = new ChainFollower()
  for (const entry of entries.toSorted((left, right) => left.number - right.number)) follower.next(entry)
  return follower.end(head)
}

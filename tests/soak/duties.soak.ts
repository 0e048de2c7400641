import '../backup/host.ts'
import { expect, it, vi } from 'vitest'
import { type Duty, dutyList } from '#domain/people/duties'
import { dutyMay } from '#domain/people/permissions'
import { verifyAudit } from '#storage/audit'
import { db } from '#storage/database'
import type { Prepare } from '../actions/action-case.ts'
import { type ActedRow, everyRow } from '../actions/every-action.ts'
import { chanceOf } from '../attacks/chance.ts'
import { acting, everything } from '../storage/world.ts'
import { soakEnd } from './minutes.ts'

vi.mock('@noble/hashes/argon2.js', () => import('../storage/quick-argon2.ts'))

const fewest = 300

/** One action by one duty: refused and nothing written, or done with its entry, and every trail whole. */
async function tryOnce(row: ActedRow, prepare: Prepare, duty: Duty): Promise<string[]> {
  const attempt = await prepare()
  const before = await everything()
  const earlier = new Set(await db.audit.toCollection().primaryKeys())
  if (!dutyMay(duty, row)) {
    await expect(attempt(acting(duty)), `${row} ${duty}`).rejects.toMatchObject({ code: 'not-permitted' })
    // A sheet is only tried in the state of its turn, which the try itself sets.
    return row === 'save-review-sheet' || (await everything()) === before ? [] : [`${row} ${duty} wrote`]
  }
  await attempt(acting(duty))
  if (row === 'remove-demo') return []
  const fresh = (await db.audit.toArray()).filter(({ id }) => !earlier.has(id))
  const faults = fresh.some((entry) => entry.action === row && entry.duty === duty)
    ? []
    : [`${row} ${duty} left no entry`]
  for (const { bookId } of await db.auditHeads.toArray()) {
    const { intact } = await verifyAudit(bookId)
    if (!intact) faults.push(`${row} ${duty} broke the trail of ${bookId}`)
  }
  return faults
}

it('whatever is tried by whomever, nothing is written that may not be, and every trail is whole', async () => {
  const end = soakEnd()
  const tried = new Map<Duty, number>()
  const faults: string[] = []
  for (let at = 0; at < fewest || performance.now() < end; at++) {
    const chance = chanceOf(at)
    const [drawn, duty] = [everyRow[chance(everyRow.length)], dutyList[chance(dutyList.length)]]
    if (!drawn || !duty) throw new Error('there are rows and duties')
    faults.push(...(await tryOnce(...drawn, duty)))
    tried.set(duty, (tried.get(duty) ?? 0) + 1)
  }
  console.warn(JSON.stringify({ actionsTried: Object.fromEntries(tried) }))
  expect(faults).toEqual([])
})

import '../backup/host.ts'
import { describe, expect, it, vi } from 'vitest'
import { recordsCheck } from '#backup/records-check'
import { dutyList } from '#domain/people/duties'
import { dutyMay } from '#domain/people/permissions'
import { db } from '#storage/database'
import { noPause } from '#storage/slices'
import { acting, everything } from '../storage/world.ts'
import { everyRow } from './every-action.ts'

vi.mock('@noble/hashes/argon2.js', () => import('../storage/quick-argon2.ts'))

describe.each(everyRow)('%s', (row, prepare) => {
  const refused = dutyList.filter((duty) => !dutyMay(duty, row))
  const allowed = dutyList.filter((duty) => dutyMay(duty, row))

  it('refuses every duty without it, and nothing is written', async () => {
    if (refused.length === 0) {
      expect(allowed).toEqual(dutyList)
      return
    }
    const attempt = await prepare()
    let before = await everything()
    for (const duty of refused) {
      await expect(attempt(acting(duty)), duty).rejects.toMatchObject({ code: 'not-permitted' })
      const after = await everything()
      // A sheet is only tried in the state of its turn, which the try itself sets.
      if (row !== 'save-review-sheet') expect(after, duty).toBe(before)
      before = after
    }
  })

  // Passwords are slow to prove by design, on a busy machine several times over.
  it('works for every duty that has it, and the trail says in which', { timeout: 90_000 }, async () => {
    // The demo is a year of a county: who may load it is the table's, and one loads it.
    for (const duty of row === 'load-demo' ? allowed.slice(0, 1) : allowed) {
      const attempt = await prepare()
      const earlier = new Set(await db.audit.toCollection().primaryKeys())
      await attempt(acting(duty))
      if (row === 'remove-demo') continue
      const fresh = (await db.audit.toArray()).filter((entry) => !earlier.has(entry.id))
      expect(fresh.map((entry) => `${entry.action} ${entry.duty}`)).toContain(`${row} ${duty}`)
      // Whatever an action leaves, the check of the data knows it, and so does whoever receives it.
      expect((await recordsCheck(noPause)).shown).toEqual([])
    }
  })
})

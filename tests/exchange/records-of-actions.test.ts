import 'fake-indexeddb/auto'
import '../backup/host.ts'
import { expect, it, vi } from 'vitest'
import { dutyList } from '#domain/people/duties'
import { dutyMay, permissions } from '#domain/people/permissions'
import { recordSchemas } from '../../src-renderer/exchange/records/all.ts'
import { type DoRow, everyAction } from '../actions/every-action.ts'
import { acting } from '../storage/world.ts'
import { recordNames, recordsOf, refusals } from './record-samples.ts'

// Passwords and passphrases are slow to prove by design; here it only counts that they are proved.
vi.mock('@noble/hashes/argon2.js', async (original) => {
  const real = await original<typeof import('@noble/hashes/argon2.js')>()
  const quick: typeof real.argon2idAsync = (password, salt, options) =>
    real.argon2idAsync(password, salt, { ...options, m: 64, t: 1 })
  return { ...real, argon2idAsync: quick }
})

// Accounts do not travel, and passwords are slow to prove by design.
const rows = (Object.keys(everyAction) as (DoRow & keyof typeof everyAction)[]).filter(
  (row) => permissions[row].area !== 'people',
)

it.each(rows)('what “%s” leaves may travel, and arrives as it was', async (row) => {
  const duty = dutyList.find((each) => dutyMay(each, row))
  if (!duty) throw new Error('a row without a duty')
  const attempt = await everyAction[row]()
  await attempt(acting(duty))
  for (const name of recordNames) {
    for (const record of await recordsOf(name)) {
      expect([name, refusals(name, record)]).toEqual([name, []])
      expect(recordSchemas[name].parse(record)).toStrictEqual(record)
    }
  }
})

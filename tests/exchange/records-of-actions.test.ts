import '../backup/host.ts'
import { expect, it, vi } from 'vitest'
import { dutyList } from '#domain/people/duties'
import { dutyMay, permissions } from '#domain/people/permissions'
import { recordSchemas } from '../../src-renderer/exchange/records/all.ts'
import { everyRow } from '../actions/every-action.ts'
import { acting } from '../storage/world.ts'
import { recordNames, recordsOf, refusals } from './record-samples.ts'

vi.mock('@noble/hashes/argon2.js', () => import('../storage/quick-argon2.ts'))

// Accounts do not travel, and passwords are slow to prove by design.
const rows = everyRow.filter(([row]) => permissions[row].area !== 'people')

it.each(rows)('what “%s” leaves may travel, and arrives as it was', async (row, prepare) => {
  const duty = dutyList.find((each) => dutyMay(each, row))
  if (!duty) throw new Error('a row without a duty')
  const attempt = await prepare()
  await attempt(acting(duty))
  for (const name of recordNames) {
    for (const record of await recordsOf(name)) {
      expect([name, refusals(name, record)]).toEqual([name, []])
      expect(recordSchemas[name].parse(record)).toStrictEqual(record)
    }
  }
})

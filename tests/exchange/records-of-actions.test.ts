import 'fake-indexeddb/auto'
import '../backup/host.ts'
import { expect, it } from 'vitest'
import { dutyList } from '#domain/people/duties'
import { dutyMay, permissions } from '#domain/people/permissions'
import { recordSchemas } from '../../src-renderer/exchange/records/all.ts'
import { type DoRow, everyAction } from '../actions/every-action.ts'
import { acting } from '../storage/world.ts'
import { recordNames, recordsOf, refusals } from './record-samples.ts'

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

import './host.ts'
import '../storage/quick-argon2.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { faultOf, isChecked, recordsCheck } from '#backup/records-check'
import { dutyList } from '#domain/people/duties'
import { dutyMay } from '#domain/people/permissions'
import { db } from '#storage/database'
import { keepPreference } from '#storage/preferences'
import { noPause } from '#storage/slices'
import { keptSchemas } from '../../src-renderer/exchange/records/kept.ts'
import type { DoRow } from '../actions/action-case.ts'
import { everyAction } from '../actions/every-action.ts'
import { demoWorld } from '../storage/demo-world.ts'
import { acting, freshDatabase } from '../storage/world.ts'

const names = Object.keys(keptSchemas) as (keyof typeof keptSchemas)[] // the keys of the table
const met = new Set<string>()

/** What the store holds of what stays on its machine is as its forms say. */
async function expectSound(): Promise<void> {
  for (const name of names)
    for (const record of await db.table(name).toArray()) {
      met.add(name)
      expect(faultOf(name, record)).toBeNull()
    }
}

/** Actions that leave something which never travels. */
const rows = [
  ...(['import-goals', 'undo-import', 'save-layout', 'save-account', 'reset-password'] as const),
  ...(['make-recovery-code', 'change-password', 'save-expert', 'draw-experts', 'rate-expert'] as const),
  ...(['save-agency', 'pick-spot-checks', 'save-station', 'accept-peer', 'revoke-peer'] as const),
  ...(['make-package', 'apply-package', 'undo-package', 'hold-package', 'refuse-package'] as const),
  ...(['take-receipt', 'save-register', 'save-work-plan', 'save-work-progress'] as const),
  ...(['confirm-work-item', 'save-milestone', 'dismiss-finding'] as const),
] satisfies readonly DoRow[]

it.each(rows)('what “%s” leaves on its machine is sound', async (row) => {
  const duty = dutyList.find((each) => dutyMay(each, row))
  if (!duty) throw new Error('a row without a duty')
  const attempt = await everyAction[row]()
  await attempt(acting(duty))
  await expectSound()
})

it('so is all that the demo and the settings of a machine leave', { timeout: 60_000 }, async () => {
  await demoWorld()
  await keepPreference('open-book', 'a')
  await expectSound()
  expect(names.filter((name) => !met.has(name))).toEqual([])
})

const folder = new URL('../fixtures/databases/', import.meta.url)
it.each(readdirSync(folder))('and what earlier versions left: %s', (file) => {
  const { tables } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
  for (const name of names)
    for (const record of tables[name] ?? []) expect([name, faultOf(name, record)]).toEqual([name, null])
})

it('leaves out no table: the others follow from what is checked, or are chained', () => {
  expect(db.tables.map(({ name }) => name).filter((name) => !isChecked(name))).toEqual([
    'goalRows',
    'audit',
    'auditHeads',
  ])
})

it.each([
  ['peers', { state: 'lost' }, 'state', false],
  ['accounts', { assignments: [{ duty: 'king', scope: '' }] }, 'assignments.0.duty', false],
  ['layouts', { name: undefined }, 'name', true],
] as const)('names what is wrong among the %s', async (table, change, place, isMissing) => {
  await freshDatabase()
  const written = { revision: 1, changedAt: '2026-01-01T00:00:00.000Z', changedBy: '王晓' }
  const sound = {
    peers: {
      ...{ id: 'one', name: '教育局', level: 'unit', regionCode: '511922', unitCode: '201' },
      ...{ publicKey: `04${'0'.repeat(128)}`, formerKeys: [], state: 'trusted', acceptedBy: '王晓' },
      ...{ acceptedAt: '', accepted: 'fingerprint', reason: '', ...written },
    },
    accounts: {
      ...{ id: 'one', name: '王晓', assignments: [], disabled: false, failures: 0 },
      ...{ lockedUntil: '', passwordGiven: false, ...written },
    },
    layouts: { id: 'one', name: '台账', mapping: {}, changedAt: '' },
  }[table]
  await db.table(table).put(sound)
  expect((await recordsCheck(noPause)).faulty).toBe(0)
  // The raw store, as a fault of the disk would leave it.
  await db.table(table).put({ ...sound, ...change })
  expect((await recordsCheck(noPause)).shown).toMatchObject([{ table, id: 'one', place, isMissing }])
})

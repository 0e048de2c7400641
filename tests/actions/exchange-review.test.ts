import 'fake-indexeddb/auto'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Appraisal } from '#domain/appraisals/appraisal'
import { db } from '#storage/database'
import { fixtureRecords } from '../exchange/record-samples.ts'
import { type Machine, pairOfMachines } from './exchange-world.ts'

vi.mock('#desktop', () => import('./machine-desktop.ts'))

let [bureau, unit, bookId] = [{} as Machine, {} as Machine, '']

beforeEach(async () => {
  ;({ bureau, unit, bookId } = await pairOfMachines())
  await bureau.gives(unit, 'parameters', bookId)
})

const report = () => unit.send({ purpose: 'report', bookId, receiver: bureau.party, attachments: 'none' })
const revise = (machine: Machine, change: Partial<Appraisal>) =>
  machine.on(async () => {
    const now = await db.appraisals.get('appraisal-1')
    if (!now) throw new Error('the appraisal is there')
    await db.appraisals.put({ ...now, ...change, revision: now.revision + 1 })
  })

it('a 考核 under re-check is not overwritten by the unit; given back it is taken again', async () => {
  const [sample] = fixtureRecords('version-9.json').get('appraisals') ?? []
  const appraisal = { ...sample, id: 'appraisal-1', bookId, unitId: 'unit-school', isOwn: false } as Appraisal
  await unit.on(() => db.appraisals.put({ ...appraisal, state: 'submitted', summary: '自查情况' }))
  await bureau.take((await report()).bytes)
  await revise(bureau, { state: 'reviewing' })

  // Sent again as it was: nothing happens.
  const same = await bureau.rehearse((await report()).bytes)
  expect(same.lines.map(({ table, verdict }) => [table, verdict])).toContainEqual(['appraisals', 'kept'])

  await revise(unit, { summary: '复核期间又改过' })
  const again = await report()
  const rehearsal = await bureau.rehearse(again.bytes)
  expect(rehearsal.lines.find(({ table }) => table === 'appraisals')).toMatchObject({
    verdict: 'refused',
    reason: '本机已进入审核或复核，不接收对方再改的内容；确需修改请先退回',
  })
  await bureau.on(async () =>
    expect(await db.appraisals.get('appraisal-1')).toMatchObject({ state: 'reviewing', summary: '自查情况' }),
  )

  await revise(bureau, { state: 'returned' })
  await unit.take(
    (await bureau.send({ purpose: 'decision', bookId, receiver: unit.party, attachments: 'none' })).bytes,
  )
  await revise(unit, { state: 'submitted' })
  const record = await bureau.take((await report()).bytes)
  expect(record.state).toBe('applied')
  await bureau.on(async () =>
    expect(await db.appraisals.get('appraisal-1')).toMatchObject({
      state: 'submitted',
      summary: '复核期间又改过',
    }),
  )
})

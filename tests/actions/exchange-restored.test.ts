import { beforeEach, expect, it, vi } from 'vitest'
import { applyPackage } from '#actions/apply-package'
import { allowPackage, holdPackage } from '#actions/decide-package'
import { db } from '#storage/database'
import { acting } from '../storage/world.ts'
import {
  countyDuty,
  type Machine,
  noDecisions,
  pairOfMachines,
  rehearsed,
  submittedGoal,
} from './exchange-world.ts'
import { Installation } from './installations.ts'

vi.mock('#desktop', () => import('./machine-desktop.ts'))

let [bureau, unit, bookId, goalId] = [{} as Machine, {} as Machine, '', '']

beforeEach(async () => {
  ;({ bureau, unit, bookId } = await pairOfMachines())
  await bureau.gives(unit, 'parameters', bookId)
  goalId = await unit.on(() => submittedGoal(bookId))
})

const report = () => unit.send({ purpose: 'report', bookId, receiver: bureau.party })
const revise = (change: object) =>
  unit.on(async () => {
    const goal = await db.goals.get(goalId)
    if (goal) await db.goals.put({ ...goal, ...change, revision: goal.revision + 1 })
  })
const restore = (backup: Installation) => unit.on(() => backup.enter())
/** The way on: held, allowed by an administrator, taken. */
const takeDecided = (bytes: Uint8Array) =>
  bureau.on(async () => {
    const { manifest } = await rehearsed(bytes, bureau.dataKey)
    await holdPackage({ manifest, file: { name: 'a.jhx', bytes } }, '优盘', countyDuty)
    await allowPackage(manifest.id, '电话核对：该单位 8 月 3 日恢复过备份', acting('administrator'))
    return applyPackage(await rehearsed(bytes, bureau.dataKey), noDecisions, countyDuty)
  })

it('a sender restored from its backup goes on, once, by an administrator’s recorded decision', async () => {
  await bureau.take((await report()).bytes)
  const backup = await unit.on(() => Installation.leave())
  const lost: Uint8Array[] = []
  for (const phone of ['222', '333', '444']) {
    await revise({ phone })
    const { bytes } = await report()
    lost.push(bytes)
    await bureau.take(bytes)
  }
  const [withdrawn] = lost
  await restore(backup)
  await revise({ remarks: '恢复备份以后补充的说明' })
  const again = await report()
  expect(again.record.sequence).toBe(2)

  const seen = await bureau.rehearse(again.bytes)
  expect(seen.hindrances.filter(({ severity }) => severity !== 'warn')).toMatchObject([
    { code: 'restored', severity: 'decide', message: expect.stringContaining('恢复过备份') },
  ])
  await expect(bureau.take(again.bytes)).rejects.toMatchObject({ code: 'package-untrusted' })
  // What the sender forgot is ours and newer; what it wrote since is merged into it.
  expect(seen.lines.find(({ id }) => id === goalId)).toMatchObject({ verdict: 'merged', conflicts: [] })
  expect(await takeDecided(again.bytes)).toMatchObject({ overridden: expect.stringContaining('恢复过备份') })
  await bureau.on(async () => {
    expect(await db.goals.get(goalId)).toMatchObject({ phone: '444', remarks: '恢复备份以后补充的说明' })
    const entries = await db.audit.filter(({ action }) => action === 'allow-package').toArray()
    expect(entries.map(({ summary }) => summary)).toEqual([expect.stringContaining('8 月 3 日恢复过备份')])
  })

  // From now on its numbers count as they are: nobody has to be asked again.
  await revise({ remarks: '再次补充' })
  const next = await report()
  expect(next.record.sequence).toBe(3)
  const codes = (await bureau.rehearse(next.bytes)).hindrances.map(({ code }) => code)
  expect(codes).not.toContain('restored')
  expect(codes).not.toContain('older')
  expect(await bureau.take(next.bytes)).toMatchObject({ state: 'applied' })

  // What was made before the newest is as old as ever.
  await expect(bureau.take(again.bytes)).rejects.toMatchObject({ code: 'package-stopped' })
  await expect(bureau.take(withdrawn ?? new Uint8Array())).rejects.toMatchObject({ code: 'package-stopped' })
})

it('an older package that never came stays stopped: its time tells', async () => {
  const first = await report()
  await revise({ phone: '222' })
  await bureau.take((await report()).bytes)
  const { hindrances } = await bureau.rehearse(first.bytes)
  expect(hindrances.map(({ code }) => code)).toContain('older')
})

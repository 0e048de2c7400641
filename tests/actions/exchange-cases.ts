import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { acceptPeer } from '#actions/accept-peer'
import { applyPackage } from '#actions/apply-package'
import { allowPackage, holdPackage, refusePackage } from '#actions/decide-package'
import { markPackage } from '#actions/mark-package'
import { setPeerState } from '#actions/revoke-peer'
import { saveStation } from '#actions/save-station'
import { addExchangeFolder } from '#actions/set-exchange-folder'
import { takeFromFolder } from '#actions/take-from-folder'
import { takeReceipt } from '#actions/take-receipt'
import { undoPackage } from '#actions/undo-package'
import { inspectPackage } from '#exchange/package'
import { db } from '#storage/database'
import { newDataKey } from '#storage/sealing'
import { temporaryFolder } from '../main/temporary-folder.ts'
import { acting, freshDatabase } from '../storage/world.ts'
import type { Cases } from './action-case.ts'
import {
  county,
  countyDuty,
  Machine,
  noDecisions,
  pairOfMachines,
  rehearsed,
  school,
} from './exchange-world.ts'
import { makePackage } from './make-package.ts'

/** The unit's machine, open, and the parameters that lie before it. */
async function parametersHere() {
  const { bureau, unit, bookId } = await pairOfMachines()
  const { bytes, record } = await bureau.send({ purpose: 'parameters', bookId, receiver: unit.party })
  await unit.enter()
  return {
    bureau,
    unit,
    bookId,
    bytes,
    record,
    lying: { manifest: inspectPackage(bytes).manifest, file: { name: 'a.jhx', bytes } },
  }
}

const forBoth = { kind: 'both', label: '优盘' } as const

/** A folder that the host knows, with a package in it. */
async function stickWithPackage() {
  await freshDatabase()
  const typed = temporaryFolder()
  copyFileSync('tests/fixtures/packages/version-2.jhx', join(typed, '来包.jhx'))
  const folder = await addExchangeFolder({ ...forBoth, typed }, countyDuty)
  if (!folder) throw new Error('the folder is there')
  return folder
}

/** Every write of 数据交换. */
export const exchangeCases = {
  'save-station': async () => {
    await freshDatabase()
    const dataKey = await newDataKey()
    return (actor) => saveStation(county, dataKey, actor)
  },
  'accept-peer': async () => {
    const bureau = await Machine.make(county)
    const unit = await Machine.make(school)
    const card = await unit.card()
    await bureau.enter()
    return (actor) => acceptPeer(card, true, actor)
  },
  'revoke-peer': async () => {
    const { bureau, unit } = await pairOfMachines()
    await bureau.enter()
    return (actor) => setPeerState(unit.station.id, 'revoked', '电脑已报废', actor)
  },
  'make-package': async () => {
    const { bureau, unit, bookId } = await pairOfMachines()
    await bureau.enter()
    const wanted = {
      purpose: 'parameters',
      bookId,
      receiver: unit.party,
      closing: null,
      medium: '优盘',
    } as const
    return (actor) => makePackage(wanted, bureau.dataKey, actor)
  },
  'mark-package': async () => {
    const { bureau, record } = await parametersHere()
    await bureau.enter()
    return (actor) => markPackage(record.id, 'delivered', '优盘', actor)
  },
  'apply-package': async () => {
    const { unit, bytes } = await parametersHere()
    return async (actor) => applyPackage(await rehearsed(bytes, unit.dataKey), noDecisions, actor)
  },
  'undo-package': async () => {
    const { unit, bytes, record } = await parametersHere()
    await applyPackage(await rehearsed(bytes, unit.dataKey), noDecisions, countyDuty)
    // At a unit that has its books already: a duty is tried within its own.
    return (actor) => undoPackage(record.id, actor)
  },
  'hold-package': async () => {
    const { lying } = await parametersHere()
    return (actor) => holdPackage(lying, '优盘', actor)
  },
  'refuse-package': async () => {
    const { lying } = await parametersHere()
    return (actor) => refusePackage(lying, '不是最新数据', '优盘', actor)
  },
  'allow-package': async () => {
    const { lying, record } = await parametersHere()
    await holdPackage(lying, '优盘', countyDuty)
    return (actor) => allowPackage(record.id, '电话核对过封面', actor)
  },
  'set-exchange-folder': async () => {
    await freshDatabase()
    const typed = temporaryFolder()
    return (actor) => addExchangeFolder({ ...forBoth, typed }, actor)
  },
  'take-from-folder': async () => {
    const { id } = await stickWithPackage()
    return (actor) => takeFromFolder(id, '来包.jhx', actor)
  },
  'take-receipt': async () => {
    const { bureau, unit, bytes, record } = await parametersHere()
    await applyPackage(await rehearsed(bytes, unit.dataKey), noDecisions, acting('unit'))
    await unit.leave()
    const receipt = await unit.receipt(record.id)
    await bureau.enter()
    if ((await db.packages.count()) !== 1) throw new Error('the bureau knows its package')
    return (actor) => takeReceipt(receipt, actor)
  },
} satisfies Cases

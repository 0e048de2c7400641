import { acceptPeer } from '#actions/accept-peer'
import { applyPackage, type Decisions } from '#actions/apply-package'
import { createGoal } from '#actions/create-goal'
import { exportReceipt } from '#actions/export-receipt'
import type { PackageWanted } from '#actions/make-package'
import { rehearsePackage } from '#actions/rehearse-package'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { type StationContent, saveStation } from '#actions/save-station'
import { takeGoalStep } from '#actions/take-goal-step'
import type { PackageRecord, RecordPurpose } from '#domain/exchange/package'
import { type Party, partyOf, type Station } from '#domain/exchange/station'
import type { Goal } from '#domain/goals/goal'
import type { Actor } from '#domain/people/duties'
import { sealCard } from '#exchange/card'
import type { Rehearsal } from '#exchange/rehearsal'
import { ownStation } from '#storage/exchange'
import { newDataKey } from '#storage/sealing'
import { openStationKey } from '#storage/station-record'
import { acting, freshBook, freshDatabase, soundContent } from '../storage/world.ts'
import { Installation } from './installations.ts'
import { type Disk, newDisk, openDisk } from './machine-desktop.ts'
import { makePackage } from './make-package.ts'

export const noDecisions: Decisions = { choices: new Map(), skipped: new Set(), medium: '优盘' }
export const unitDuty = acting('unit')
export const countyDuty = acting('performance')

/** One machine of the exchange: its data, the files beside them, its key and its card. */
export class Machine {
  readonly dataKey: CryptoKey
  readonly station: Station
  readonly disk: Disk
  #data: Installation

  private constructor(dataKey: CryptoKey, station: Station, disk: Disk, data: Installation) {
    this.dataKey = dataKey
    this.station = station
    this.disk = disk
    this.#data = data
  }

  get party(): Party {
    return partyOf(this.station)
  }

  /** A machine with its own name card; `prepare` makes what it has before. */
  static async make(content: StationContent, prepare?: () => Promise<void>): Promise<Machine> {
    await freshDatabase()
    const disk = newDisk()
    openDisk(disk)
    const dataKey = await newDataKey()
    await prepare?.()
    const station = await saveStation(content, dataKey, countyDuty)
    return new Machine(dataKey, station, disk, await Installation.leave())
  }

  /** Does something on this machine, alone. */
  async on<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.enter()
    const result = await work()
    this.#data = await Installation.leave()
    return result
  }

  /** Opens this machine and stays on it. */
  async enter(): Promise<void> {
    openDisk(this.disk)
    await this.#data.enter()
  }

  /** Puts away what was done since `enter`. */
  async leave(): Promise<void> {
    this.#data = await Installation.leave()
  }

  card(): Promise<Uint8Array> {
    return this.on(async () => {
      const station = (await ownStation()) ?? this.station
      const keys = await openStationKey(station, this.dataKey)
      const facts = { id: 'card', createdAt: station.changedAt, sender: partyOf(station) }
      return sealCard({ ...facts, handOvers: station.handOvers }, keys)
    })
  }

  async trusts(...others: readonly Machine[]): Promise<void> {
    for (const other of others) {
      const card = await other.card()
      await this.on(() => acceptPeer(card, true, countyDuty))
    }
  }

  send(
    wanted: Pick<PackageWanted, 'purpose' | 'bookId' | 'receiver'> & Partial<PackageWanted>,
    by: Actor = countyDuty,
  ): Promise<{ record: PackageRecord; bytes: Uint8Array }> {
    const whole: PackageWanted = { closing: null, medium: '优盘', ...wanted }
    return this.on(() => makePackage(whole, this.dataKey, by))
  }

  rehearse(bytes: Uint8Array): Promise<Rehearsal> {
    return this.on(async () => rehearsed(bytes, this.dataKey))
  }

  take(
    bytes: Uint8Array,
    decisions: Decisions = noDecisions,
    by: Actor = countyDuty,
  ): Promise<PackageRecord> {
    return this.on(async () => applyPackage(await rehearsed(bytes, this.dataKey), decisions, by))
  }

  /** A package that is made here and taken there. */
  async gives(
    other: Machine,
    purpose: RecordPurpose,
    bookId: string,
    by: Actor = countyDuty,
  ): Promise<PackageRecord> {
    const { bytes } = await this.send({ purpose, bookId, receiver: other.party }, by)
    return other.take(bytes)
  }

  receipt(packageId: string): Promise<Uint8Array> {
    return this.on(async () => (await exportReceipt(packageId, this.dataKey, countyDuty)).bytes)
  }
}

export async function rehearsed(bytes: Uint8Array, dataKey: CryptoKey): Promise<Rehearsal> {
  const { privateKey } = await openStationKey(await ownStation(), dataKey)
  return rehearsePackage({ name: '来包.jhx', bytes }, { privateKey })
}

export const county: StationContent = {
  ...{ name: '南江县财政局', level: 'county', regionCode: '511922', unitCode: '' },
}
export const city: StationContent = {
  name: '巴中市财政局',
  level: 'city',
  regionCode: '511900',
  unitCode: '',
}
export const school: StationContent = {
  ...{ name: '南江县第一小学', level: 'unit', regionCode: '511922', unitCode: '205003' },
}

/** A county with its book and one of its units, each on its own machine, that trust each other. */
export type Pair = { bureau: Machine; unit: Machine; bookId: string }

/** The two before anything was sent; `prepare` makes what the county has in its book. */
export async function pairOfMachines(prepare?: (bookId: string) => Promise<unknown>): Promise<Pair> {
  let bookId = ''
  const bureau = await Machine.make(county, async () => {
    bookId = (await freshBook()).book.id
    await prepare?.(bookId)
  })
  const unit = await Machine.make(school)
  await bureau.trusts(unit)
  await unit.trusts(bureau)
  return { bureau, unit, bookId }
}

/** A goal that its unit has written. */
export async function writtenGoal(bookId: string, unitId = 'unit-school', name?: string): Promise<Goal> {
  const id = await createGoal(bookId, unitId, 'project', 'general', unitDuty)
  return saveGoalDraft(id, 1, soundContent(unitId, name), unitDuty)
}

/** The same, handed in; its id. */
export async function submittedGoal(bookId: string, unitId?: string, name?: string): Promise<string> {
  const { id, revision } = await writtenGoal(bookId, unitId, name)
  await takeGoalStep(id, revision, { id: 'submit-goal', opinion: '' }, unitDuty)
  return id
}

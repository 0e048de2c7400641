import { vi } from 'vitest'
import { acceptPeer } from '#actions/accept-peer'
import { applyPackage, type Decisions } from '#actions/apply-package'
import { exportReceipt } from '#actions/export-receipt'
import { makePackage, type PackageWanted } from '#actions/make-package'
import { rehearsePackage } from '#actions/rehearse-package'
import { type StationContent, saveStation } from '#actions/save-station'
import type { PackageRecord } from '#domain/exchange/package'
import { type Party, partyOf, type Station } from '#domain/exchange/station'
import type { Actor } from '#domain/people/duties'
import { sealCard } from '#exchange/card'
import type { Rehearsal } from '#exchange/rehearsal'
import { ownStation } from '#storage/exchange'
import { newDataKey } from '#storage/sealing'
import { openStationKey } from '#storage/station-record'
import { acting, freshDatabase } from '../storage/world.ts'
import { Installation } from './installations.ts'

/** Files beside the database, by their content; every test file mocks `#desktop` by this. */
export function keptFiles() {
  const files = new Map<string, Uint8Array>()
  return {
    files,
    desktop: {
      keepAttachment: vi.fn(async (bytes: Uint8Array) => {
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
        const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
        files.set(hash, bytes)
        return { hash, size: bytes.byteLength }
      }),
      readAttachment: vi.fn(async (hash: string) => files.get(hash) ?? null),
      lackedAttachments: vi.fn(async (hashes: string[]) => hashes.filter((hash) => !files.has(hash))),
    },
  }
}

export const noDecisions: Decisions = { choices: new Map(), skipped: new Set(), medium: '优盘' }
export const unitDuty = acting('unit')
export const countyDuty = acting('performance')

/** One machine of the exchange: its data, its key and its card. */
export class Machine {
  readonly dataKey: CryptoKey
  readonly station: Station
  #data: Installation

  private constructor(dataKey: CryptoKey, station: Station, data: Installation) {
    this.dataKey = dataKey
    this.station = station
    this.#data = data
  }

  get party(): Party {
    return partyOf(this.station)
  }

  /** A machine with its own name card; `prepare` makes what it has before. */
  static async make(content: StationContent, prepare?: () => Promise<void>): Promise<Machine> {
    await freshDatabase()
    const dataKey = await newDataKey()
    await prepare?.()
    const station = await saveStation(content, dataKey, countyDuty)
    return new Machine(dataKey, station, await Installation.leave())
  }

  /** Does something on this machine, alone. */
  async on<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#data.enter()
    const result = await work()
    this.#data = await Installation.leave()
    return result
  }

  /** Opens this machine and stays on it. */
  enter(): Promise<void> {
    return this.#data.enter()
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

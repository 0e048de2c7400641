import { Dexie } from 'dexie'
import { acceptPeer } from '#actions/accept-peer'
import { applyPackage } from '#actions/apply-package'
import { createBook } from '#actions/create-book'
import { rehearsePackage } from '#actions/rehearse-package'
import { saveStation } from '#actions/save-station'
import { saveUnits } from '#actions/save-units'
import { partyOf, type Station } from '#domain/exchange/station'
import { emptyContent, emptyIndicator, type Goal } from '#domain/goals/goal'
import type { Actor } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { sealCard } from '#exchange/card'
import { sectionsOf } from '#storage/base-data'
import { closeDatabase, databaseName, db, openDatabase } from '#storage/database'
import { allPeers } from '#storage/exchange'
import { newGoal } from '#storage/goal-record'
import { newDataKey } from '#storage/sealing'
import { newStamp } from '#storage/stamp'
import { openStationKey } from '#storage/station-record'
import { makePackage } from '../actions/make-package.ts'

const by: Actor = { accountId: 'a1', name: '测试员', duty: 'performance', scope: '' }
const [county, city] = [
  { name: '南江县财政局', level: 'county', regionCode: '511922', unitCode: '' },
  { name: '巴中市财政局', level: 'city', regionCode: '511900', unitCode: '' },
] as const

type Place = { key: CryptoKey; station: Station; card: Uint8Array }
type State = { county: Place; city: Place; bookId: string; bytes: Uint8Array; goals: Goal[] }
let state: State | null = null

function here(): State {
  if (!state) throw new Error('prepare comes first')
  return state
}

async function fresh(): Promise<void> {
  closeDatabase()
  await Dexie.delete(databaseName)
  await openDatabase()
}

async function placeOf(content: typeof county | typeof city): Promise<Place> {
  await fresh()
  const key = await newDataKey()
  const station = await saveStation(content, key, by)
  const facts = { id: 'card', createdAt: station.changedAt, sender: partyOf(station), handOvers: [] }
  return { key, station, card: await sealCard(facts, await openStationKey(station, key)) }
}

/** A book of goals with ten indicators each, no two with the same words, on the county's machine. */
async function prepare(count: number): Promise<number> {
  const above = await placeOf(city)
  const own = await placeOf(county)
  await acceptPeer(above.card, true, by)
  const identity = {
    ...{ regionCode: '511922', regionName: '南江县', level: 'county' as const },
    ...{ office: county.name, section: '绩效科' },
  }
  const book = await createBook({ year: 2026, identity, rulesId: 'frame-2021', by })
  const [section] = await sectionsOf(book.id)
  const units = Array.from({ length: 200 }, (_, index) => ({
    ...{ id: `unit-${index}`, bookId: book.id, code: `2${String(index).padStart(5, '0')}`, parentId: '' },
    ...{ name: `第${index}预算单位`, sectionId: section?.id ?? '', initials: 'ysdw' },
  }))
  await saveUnits(book.id, units, by)
  const goals = Array.from({ length: count }, (_, index) => goalOf(book, index, units.length))
  await db.goals.bulkAdd(goals)
  state = { county: own, city: above, bookId: book.id, bytes: new Uint8Array(), goals }
  return JSON.stringify(goals[0]).length
}

const words =
  '资金项目学生设备维修培训合格率覆盖社会效益满意度及时完成数量质量成本经济服务对象改善提升农村道路医院供水'
function textOf(seed: number, length: number): string {
  let [text, state] = ['', seed * 2654435761 + 12345]
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    text += words[(state >>> 16) % words.length]
  }
  return text
}

function goalOf(book: YearBook, index: number, units: number): Goal {
  const levels = [
    ['产出指标', '数量指标'],
    ['产出指标', '质量指标'],
    ['产出指标', '时效指标'],
    ['成本指标', '经济成本指标'],
    ['效益指标', '社会效益指标'],
    ['满意度指标', '服务对象满意度指标'],
  ] as const
  const indicators = Array.from({ length: 10 }, (_, at) => {
    const [level1, level2] = levels[at % levels.length] ?? levels[0]
    const name = textOf(index * 10 + at, 10)
    return {
      ...emptyIndicator(`i${at}`, level1, level2),
      name,
      value: String(index % 977),
      unit: '个',
      weight: 900,
    }
  })
  const total = 1_000_003 * (index + 1)
  const content = {
    ...emptyContent(`unit-${index % units}`),
    ...{ name: textOf(index, 14), code: `51192226T${String(index).padStart(12, '0')}`, contact: '李明' },
    ...{ basis: textOf(index + 1, 60), overview: textOf(index + 2, 90), total },
    ...{ funding: [{ source: 'general-local' as const, amount: total }] },
    ...{ annualGoals: [textOf(index + 3, 80)], indicators, startsOn: '2026-01-01', endsOn: '2026-12-31' },
  }
  return { ...newGoal(newStamp(by), book, content, []), status: 'approved' }
}

const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now()
  await work()
  return performance.now() - begin
}

async function bareRead(): Promise<number> {
  const { bookId } = here()
  return milliseconds(async () => {
    await db.goals.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
  })
}

async function exportOnce(): Promise<number> {
  const { county: own, city: above, bookId } = here()
  return milliseconds(async () => {
    const wanted = {
      purpose: 'report',
      bookId,
      receiver: partyOf(above.station),
      closing: null,
      medium: '',
    } as const
    here().bytes = (await makePackage(wanted, own.key, by, { onProgress: () => undefined })).bytes
  })
}

async function bareWrite(): Promise<number> {
  await fresh()
  const { goals } = here()
  return milliseconds(() => db.transaction('rw', db.goals, () => db.goals.bulkPut(goals)))
}

/** The city's machine, empty, with its county trusted; both parts of taking the package. */
async function importOnce(): Promise<{ rehearse: number; apply: number; goals: number }> {
  const { city: above, county: own, bytes } = here()
  await fresh()
  await db.stations.put(above.station)
  await acceptPeer(own.card, true, by)
  const { privateKey } = await openStationKey(above.station, above.key)
  const begin = performance.now()
  const rehearsal = await rehearsePackage(
    { name: 'x.jhx', bytes },
    { privateKey },
    { onProgress: () => undefined },
  )
  const middle = performance.now()
  await applyPackage(rehearsal, { choices: new Map(), skipped: new Set(), medium: '' }, by)
  const end = performance.now()
  return { rehearse: middle - begin, apply: end - middle, goals: await db.goals.count() }
}

/** What a machine that is stopped has to find again, beside its own database. */
function shelf(): Promise<Cache> {
  return caches.open('exchange-shelf')
}

/** The machine that takes the package, or the one that makes it, as it stands before; its package lies on the shelf. */
async function stand(as: 'city' | 'county', count: number): Promise<void> {
  await prepare(count)
  if (as === 'city') {
    await exportOnce()
    const { city: above, county: own, bytes } = here()
    await (await shelf()).put('/package', new Response(new Uint8Array(bytes)))
    await fresh()
    await db.stations.put(above.station)
    await acceptPeer(own.card, true, by)
    return
  }
  const raw = await crypto.subtle.exportKey('raw', here().county.key)
  await (await shelf()).put('/key', new Response(raw))
}

async function fromShelf(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const found = await (await shelf()).match(name)
  if (!found) throw new Error(`${name} is not on the shelf`)
  return new Uint8Array(await found.arrayBuffer())
}

/** Takes the package from the shelf, or makes one, on whatever the database holds. */
async function work(as: 'city' | 'county'): Promise<void> {
  await openDatabase()
  if (as === 'city') {
    const bytes = await fromShelf('/package')
    const rehearsal = await rehearsePackage({ name: 'x.jhx', bytes }, { privateKey: '' })
    await applyPackage(rehearsal, { choices: new Map(), skipped: new Set(), medium: '' }, by)
    return
  }
  const key = await crypto.subtle.importKey('raw', await fromShelf('/key'), 'AES-GCM', false, [
    ...(['encrypt', 'decrypt'] as const),
  ])
  const [receiver, book] = [(await allPeers())[0], await db.books.toCollection().first()]
  if (!receiver || !book) throw new Error('the county has its book and its city')
  const wanted = { purpose: 'report', bookId: book.id, receiver, closing: null, medium: '' } as const
  await makePackage(wanted, key, by)
}

/** Everything that is kept, as one digest, and how many packages the ledger has. */
async function digest(): Promise<{
  digest: string
  packages: number
  goals: number
  rows: number
  audit: number
}> {
  await openDatabase()
  const tables = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()] as const),
  )
  const text = new TextEncoder().encode(JSON.stringify(tables))
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text))
  return {
    digest: Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    packages: await db.packages.count(),
    goals: await db.goals.count(),
    rows: await db.goalRows.count(),
    audit: await db.audit.count(),
  }
}

const bench = { prepare, bareRead, exportOnce, bareWrite, importOnce, stand, work, digest }
export type ExchangeBench = typeof bench
declare global {
  interface Window {
    exchangeBench?: ExchangeBench
  }
}
window.exchangeBench = bench

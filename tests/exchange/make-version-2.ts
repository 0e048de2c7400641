import { writeFileSync } from 'node:fs'
import { createGoal } from '#actions/create-goal'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { takeGoalStep } from '#actions/take-goal-step'
import { type Carried, contentsOf, type ExchangeTable, goes } from '#domain/exchange/contents'
import type { Party } from '#domain/exchange/station'
import { sealedAside } from '#exchange/aside'
import { handedOver, sealCard } from '#exchange/card'
import { fingerprint } from '#exchange/fingerprint'
import type { Closing } from '#exchange/lock'
import { nobody } from '#exchange/manifest'
import { newKeyPair } from '#exchange/national-crypto'
import { packedPiece } from '#exchange/pack-table'
import { looseFacts, sealPackage } from '#exchange/package'
import { sealReceipt } from '#exchange/receipt'
import { jsonSchemas } from '#exchange/records/all'
import { type Deleted, sealRecords } from '#exchange/records-package'
import { db, newestVersion } from '#storage/database'
import { rowsOfBook } from '#storage/rows-of-book'
import { acting, freshBook, freshDatabase, soundContent } from '../storage/world.ts'

/*
 * Made the packages of version 2 in tests/fixtures/packages, with the program as it was when that format was current:
 * `npx tsx tests/exchange/make-version-2.ts`. They are kept for ever and never made again; a later format has its own maker.
 */
const folder = 'tests/fixtures/packages'
const [county, former, city] = [newKeyPair(), newKeyPair(), newKeyPair()]
const passphrase = '桂花 2026'
const sender: Party = {
  ...{ id: 'station-county', name: '南江县财政局', level: 'county', regionCode: '511922', unitCode: '' },
}
const receiver: Party = {
  ...{ id: 'station-city', name: '巴中市财政局', level: 'city', regionCode: '511900', unitCode: '' },
}
const contents = contentsOf('report', 'bureau-up') ?? []
const schemas = jsonSchemas()
const createdAt = '2026-08-03T01:20:00.000Z'

async function submitted(bookId: string, name: string): Promise<string> {
  const unit = acting('unit')
  const id = await createGoal(bookId, 'unit-school', 'project', 'general', unit)
  await saveGoalDraft(id, (await db.goals.get(id))?.revision ?? 0, soundContent('unit-school', name), unit)
  const goal = await db.goals.get(id)
  await takeGoalStep(id, goal?.revision ?? 0, { id: 'submit-goal', opinion: '' }, unit)
  return id
}

async function seal(bookId: string, id: string, closing: Closing, deleted: Deleted, facts = {}) {
  const { bytes, sha256 } = await sealRecords({
    seal: sealedAside,
    facts: {
      ...{ id, purpose: 'report', year: 2026, createdAt, answers: '', sender, receiver, bookId },
      ...{
        scope: '全部单位',
        unitCodes: [],
        sequence: 1,
        base: '',
        seen: '',
        schemaVersion: newestVersion(),
      },
      ...{ rulesId: 'frame-2021', rulesVersion: 0, ...facts },
    },
    ...{
      contents,
      deleted,
      untaken: [],
      closing,
      keys: county,
      secretGoals: [],
    },
    filesOf: async () => ({ going: [], lacking: [] }),
    readFile: async () => new Uint8Array(),
    schemas: (table: ExchangeTable) => schemas[table],
    pieces: async (content) => {
      const source = {
        rows: rowsOfBook(content.table, bookId),
        isGoing: (record: Carried) => goes(content, record, false),
      }
      return [await packedPiece(content, source, [])]
    },
  })
  return { bytes, sha256 }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function keep(name: string, bytes: Uint8Array): void {
  writeFileSync(`${folder}/${name}`, bytes)
}

await freshDatabase()
const { book } = await freshBook()
const [kept, changed, gone] = [
  await submitted(book.id, '义务教育营养改善计划'),
  await submitted(book.id, '农村公路日常养护'),
  await submitted(book.id, '老旧校舍加固改造'),
]
const first = await seal(book.id, 'v2-report-1', null, [])
keep('version-2.jhx', first.bytes)
keep('version-2-locked.jhx', (await seal(book.id, 'v2-locked', { passphrase }, [])).bytes)
const toCity = { publicKey: city.publicKey }
keep('version-2-to-receiver.jhx', (await seal(book.id, 'v2-to-receiver', toCity, [])).bytes)

const goal = await db.goals.get(changed)
if (!goal) throw new Error('the goal is there')
await db.goals.put({
  ...goal,
  name: '农村公路日常养护（二期）',
  total: 530_000_000,
  revision: goal.revision + 1,
})
await db.goals.delete(gone)
const added = await submitted(book.id, '高标准农田建设')
const following = { sequence: 2, base: 'v2-report-1', seen: '' }
keep(
  'version-2-next.jhx',
  (await seal(book.id, 'v2-report-2', null, [{ table: 'goals', id: gone }], following)).bytes,
)

const handOvers = [handedOver(sender.id, former, county.publicKey)]
keep('version-2-card.jhx', await sealCard({ id: 'v2-card', createdAt, sender, handOvers }, county))
const receipt = {
  ...{ packageId: 'v2-report-1', sha256: first.sha256, verdict: 'partly' as const, reason: '' },
  ...{ counts: { new: 7, refused: 1, taken: 7 }, totals: { 目标资金总额: 1_560_000_000 } },
  ...{ faults: [{ table: 'goals', id: gone, name: '老旧校舍加固改造', reason: '内容不符合格式' }] },
  ...{ by: '市局绩效科 王某', at: '2026-08-04T02:00:00.000Z' },
}
keep(
  'version-2-receipt.jhx',
  await sealReceipt(
    { id: 'v2-receipt', createdAt, sender: receiver, receiver: sender, year: 2026, receipt },
    city,
  ),
)
const hash = '2'.repeat(64)
const kit = {
  ...{ ...looseFacts, id: 'v2-kit', purpose: 'expert-kit' as const, year: 2026, createdAt, answers: '' },
  sender: { ...nobody, name: sender.name },
  parts: { 'kit.json': utf8('{"task":"营养改善"}'), [`attachments/${hash}`]: utf8('现场照片说明') },
}
keep('version-2-kit.jhx', await sealPackage(kit, county, { passphrase }))
writeFileSync(
  `${folder}/version-2.json`,
  `${JSON.stringify(
    {
      ...{ publicKey: county.publicKey, formerKey: former.publicKey, cityKey: city.publicKey },
      ...{ cityPrivateKey: city.privateKey, passphrase, goals: { kept, changed, gone, added } },
      fingerprint: fingerprint(county.publicKey),
      ...{ bookId: book.id, sha256: first.sha256 },
    },
    null,
    2,
  )}\n`,
)

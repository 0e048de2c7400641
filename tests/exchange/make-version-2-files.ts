import { readFileSync, writeFileSync } from 'node:fs'
import type { Disclosure } from '#domain/disclosures/disclosure'
import type { Cited } from '#domain/exchange/attachments'
import { contentsOf, type ExchangeTable } from '#domain/exchange/contents'
import type { Party } from '#domain/exchange/station'
import { sealedAside } from '#exchange/aside'
import { digestsOf } from '#exchange/digests'
import type { Closing } from '#exchange/lock'
import { newKeyPair } from '#exchange/national-crypto'
import { packedPiece } from '#exchange/pack-table'
import { jsonSchemas } from '#exchange/records/all'
import { sealRecords } from '#exchange/records-package'

/*
 * Made the packages of version 2 with attachments in tests/fixtures/packages, with the program as it was when they began to
 * travel: `npx tsx tests/exchange/make-version-2-files.ts`. They are kept for ever and never made again.
 */
const folder = 'tests/fixtures/packages'
const { passphrase, bookId } = JSON.parse(readFileSync(`${folder}/version-2.json`, 'utf8'))
const keys = newKeyPair()
const sender: Party = {
  ...{
    id: 'station-school',
    name: '南江县第一小学',
    level: 'unit',
    regionCode: '511922',
    unitCode: '205003',
  },
}
const receiver: Party = {
  ...{ id: 'station-county', name: '南江县财政局', level: 'county', regionCode: '511922', unitCode: '' },
}
const contents = (contentsOf('report', 'unit-up') ?? []).filter(({ table }) => table === 'disclosures')
const schemas = jsonSchemas()
const [addedAt, addedBy] = ['2026-08-03T01:00:00.000Z', '王某']

function attachment(name: string, text: string) {
  const bytes = new TextEncoder().encode(text)
  return { bytes, held: { hash: digestsOf(bytes).sha256, name, size: bytes.length, addedAt, addedBy } }
}

const shot = attachment('公示截图.png', '政府门户网站公示截图')
const note = attachment('公示情况说明.pdf', '公示情况说明（盖章件）')
const gone = attachment('现场照片.jpg', '这个文件在发送单位已经找不到')
const disclosure: Disclosure = {
  ...{
    id: 'v2-disclosure',
    bookId,
    objectId: 'v2-goal',
    item: 'goal',
    goalId: 'v2-goal',
    unitId: 'unit-school',
  },
  ...{ name: '义务教育营养改善计划', state: 'published', publishedOn: '2026-03-10', place: '门户网站' },
  ...{ address: 'http://www.example.com/2026', proofs: [shot, note, gone].map(({ held }) => held) },
  ...{
    reason: '',
    approvedBy: '',
    approvedOn: '',
    shown: [{ label: '项目名称', text: '义务教育营养改善计划' }],
  },
  ...{ checks: [], revision: 1, changedAt: addedAt, changedBy: addedBy },
}

async function* rows() {
  yield [{ ...disclosure }]
}

async function keep(name: string, id: string, closing: Closing): Promise<void> {
  const { bytes } = await sealRecords({
    seal: sealedAside,
    facts: {
      ...{ id, purpose: 'report', year: 2026, createdAt: addedAt, answers: '', sender, receiver, bookId },
      ...{ scope: '1 个单位', unitCodes: ['205003'], sequence: 1, base: '', seen: '', schemaVersion: 9 },
      ...{ rulesId: 'frame-2021', rulesVersion: 0 },
    },
    ...{ contents, deleted: [], untaken: [], closing, keys, secretGoals: [] },
    schemas: (table: ExchangeTable) => schemas[table as keyof typeof schemas],
    pieces: async (content) => [await packedPiece(content, { rows: rows(), isGoing: () => true }, [])],
    async filesOf(cited) {
      const isThere = ({ hash }: Cited) => hash !== gone.held.hash
      return { going: cited.filter(isThere), lacking: cited.filter((each) => !isThere(each)) }
    },
    readFile: async (hash) => (hash === shot.held.hash ? shot : note).bytes,
  })
  writeFileSync(`${folder}/${name}`, bytes)
}

await keep('version-2-files.jhx', 'v2-files', null)
await keep('version-2-files-locked.jhx', 'v2-files-locked', { passphrase })

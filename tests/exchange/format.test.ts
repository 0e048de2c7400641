import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { attachmentPlaces } from '#domain/exchange/attachments'
import { exchangeTableList } from '#domain/exchange/contents'
import { purposes } from '#domain/exchange/package'
import { inspectPackage, openPackage } from '#exchange/package'
import { recordSchemas } from '#exchange/records/all'
import { entriesOf, handOversOf, readPackage } from './independent-reader.ts'

const fixture = (name: string) => readFileSync(`tests/fixtures/packages/${name}`)
const facts = JSON.parse(fixture('version-2.json').toString()) as {
  [name in
    | 'publicKey'
    | 'formerKey'
    | 'cityKey'
    | 'cityPrivateKey'
    | 'passphrase'
    | 'fingerprint'
    | 'bookId'
    | 'sha256']: string
} & { goals: Record<'kept' | 'changed' | 'gone' | 'added', string> }

describe('a reader made from the document alone', () => {
  it('reads records, counts, control totals and signature of version 2', () => {
    const { manifest, publicKey, fingerprint, records, totals, parts } = readPackage(fixture('version-2.jhx'))
    expect([publicKey, fingerprint]).toEqual([facts.publicKey, facts.fingerprint])
    expect(manifest).toMatchObject({
      ...{
        purpose: 'report',
        sequence: 1,
        base: '',
        bookId: facts.bookId,
        schemaVersion: expect.any(Number),
      },
      ...{
        sender: { name: '南江县财政局', level: 'county' },
        receiver: { name: '巴中市财政局', unitCode: '' },
      },
    })
    expect(records.get('goals')?.map(({ name }) => name)).toEqual([
      ...['义务教育营养改善计划', '农村公路日常养护', '老旧校舍加固改造'],
    ])
    expect(totals).toEqual(manifest.totals)
    expect(totals).toEqual({ 目标资金总额: 1_560_000_000 })
    const schema = JSON.parse(String(parts.get('schemas/goals.json')))
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' })
    const fields = Object.keys(schema.properties)
    for (const record of records.get('goals') ?? [])
      expect(fields).toEqual(expect.arrayContaining(Object.keys(record)))
  })

  it('reads what was deleted and what it follows', () => {
    const { manifest, parts, records } = readPackage(fixture('version-2-next.jhx'))
    expect(manifest).toMatchObject({ sequence: 2, base: 'v2-report-1' })
    expect(JSON.parse(String(parts.get('deleted.json')))).toEqual([{ table: 'goals', id: facts.goals.gone }])
    expect(
      records
        .get('goals')
        ?.map(({ id }) => id)
        .sort(),
    ).toEqual([facts.goals.kept, facts.goals.changed, facts.goals.added].sort())
  })

  it('opens one that is closed under a passphrase, and one that is closed to its receiver', () => {
    const plain = readPackage(fixture('version-2.jhx')).records
    const { passphrase, cityPrivateKey: privateKey } = facts
    expect(readPackage(fixture('version-2-locked.jhx'), { passphrase: ` ${passphrase}` }).records).toEqual(
      plain,
    )
    expect(readPackage(fixture('version-2-to-receiver.jhx'), { privateKey }).records).toEqual(plain)
    expect(() => readPackage(fixture('version-2-locked.jhx'), { passphrase: '桂花 2025' })).toThrow()
  })

  it('reads attachments by the names that the records give them, and says which are lacking', () => {
    for (const [name, secret] of [
      ['version-2-files.jhx', {}],
      ['version-2-files-locked.jhx', { passphrase: facts.passphrase }],
    ] as const) {
      const { manifest, files, lacking } = readPackage(fixture(name), secret)
      expect([...files].map(([file, bytes]) => [file, bytes.toString()])).toEqual([
        ['公示截图.png', '政府门户网站公示截图'],
        ['公示情况说明.pdf', '公示情况说明（盖章件）'],
      ])
      expect(manifest.files).toMatchObject({ count: 2, lacking: [expect.stringMatching(/^[0-9a-f]{64}$/)] })
      expect(lacking).toEqual(['现场照片.jpg'])
    }
  })

  it('reads a card with its hand-over', () => {
    const card = readPackage(fixture('version-2-card.jhx'))
    expect(card.manifest).toMatchObject({ purpose: 'station', year: 0, sender: { id: 'station-county' } })
    expect(handOversOf(card)).toEqual([facts.formerKey])
  })

  it('reads a receipt about the very bytes of the package', () => {
    const { manifest, publicKey, parts } = readPackage(fixture('version-2-receipt.jhx'))
    const receipt = JSON.parse(String(parts.get('receipt.json')))
    expect([publicKey, manifest]).toMatchObject([
      facts.cityKey,
      { purpose: 'receipt', answers: receipt.packageId },
    ])
    expect(receipt).toMatchObject({ verdict: 'partly', counts: { taken: 7 }, faults: [{ table: 'goals' }] })
    expect(receipt.sha256).toBe(createHash('sha256').update(fixture('version-2.jhx')).digest('hex'))
  })

  it('reads kits, also of version 1', () => {
    const kit = readPackage(fixture('version-2-kit.jhx'), { passphrase: facts.passphrase })
    expect([...kit.parts.keys()]).toEqual(['kit.json', `attachments/${'2'.repeat(64)}`])
    const first = readPackage(fixture('version-1-locked.jhx'), { passphrase: '桂花 2025' })
    expect(String(first.parts.get('kit.json'))).toBe('{"task":"营养改善"}')
    expect(readPackage(fixture('version-1.jhx')).manifest).toMatchObject({
      purpose: 'expert-return',
      lock: null,
    })
  })

  it('refuses what was cut off or changed anywhere', () => {
    const whole = fixture('version-2-card.jhx')
    expect(() => readPackage(whole.subarray(0, -1))).toThrow('cut off')
    const data = [...entriesOf(whole).values()].reduce((sum, { length }) => sum + length, 0)
    expect(data).toBeGreaterThan(1000)
    for (const at of [60, 200, 400, 600, 700]) {
      const altered = Buffer.from(whole)
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at)
      expect(() => readPackage(altered), String(at)).toThrow()
    }
  })
})

describe('the program still reads version 2', () => {
  it('to the byte as the other reader does, and every record passes its schema', async () => {
    for (const [name, opener] of [
      ['version-2.jhx', { passphrase: '' }],
      ['version-2-locked.jhx', { passphrase: facts.passphrase }],
      ['version-2-to-receiver.jhx', { privateKey: facts.cityPrivateKey }],
      ['version-2-files.jhx', { passphrase: '' }],
      ['version-2-files-locked.jhx', { passphrase: facts.passphrase }],
    ] as const) {
      const other = readPackage(fixture(name), opener)
      const parts = await openPackage(inspectPackage(new Uint8Array(fixture(name))), opener)
      expect([...parts].map(([part, bytes]) => [part, Buffer.from(bytes)])).toEqual([...other.parts])
      for (const [table, rows] of other.records) {
        const schema = recordSchemas[table as keyof typeof recordSchemas] // the tables of the fixture are known
        for (const row of rows) expect(schema.safeParse(row).error, `${table} ${row.id}`).toBeUndefined()
      }
    }
  })
})

describe('the document', () => {
  const text = readFileSync('src-renderer/exchange/PACKAGE-FORMAT.md', 'utf8')

  it('names every field of a manifest and a receipt that the program writes', () => {
    const { manifest } = readPackage(fixture('version-2-files-locked.jhx'), {
      passphrase: facts.passphrase,
    })
    const receipt = JSON.parse(
      String(readPackage(fixture('version-2-receipt.jhx')).parts.get('receipt.json')),
    )
    const names = [manifest, manifest.sender, receipt].flatMap((part) => Object.keys(part))
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([])
  })

  it('names every place where records hold attachments', () => {
    for (const [table, places] of Object.entries(attachmentPlaces)) {
      const row = text.split('\n').find((each) => each.startsWith(`| \`${table}\` |`))
      expect([table, row?.match(/`[^`]+`/g)?.slice(1)]).toEqual([
        table,
        places?.map((place) => `\`${place}\``),
      ])
    }
  })

  it('names every purpose and, in the order of writing, every table', () => {
    for (const purpose of Object.keys(purposes)) expect(text).toContain(`| \`${purpose}\` |`)
    const listed = /rest on comes first: ([^.]+)\./.exec(text.replaceAll('\n', ' '))?.[1]
    expect(listed?.match(/\w+/g)).toEqual(exchangeTableList)
  })
})

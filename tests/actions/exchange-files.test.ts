import { strToU8 } from 'fflate'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Attachment } from '#domain/attachment'
import type { Disclosure } from '#domain/disclosures/disclosure'
import { digestsOf } from '#exchange/digests'
import { copyIn } from '#exchange/kept-copy'
import { newKeyPair } from '#exchange/national-crypto'
import { db } from '#storage/database'
import { forged, insideOf, keysOf } from './exchange-forge.ts'
import { type Machine, noDecisions, pairOfMachines, unitDuty } from './exchange-world.ts'

vi.mock('#desktop', () => import('./machine-desktop.ts'))

let [bureau, unit, bookId] = [{} as Machine, {} as Machine, '']

const photo = strToU8('公示栏照片')
const contract = strToU8('合同扫描件')

async function attachment(bytes: Uint8Array, name: string): Promise<Attachment> {
  const { hash, size } = await unit.disk.keepAttachment(bytes)
  return { hash, size, name, addedAt: '2026-08-01T01:00:00.000Z', addedBy: '王某' }
}

function disclosure(id: string, proofs: Attachment[], change: Partial<Disclosure> = {}): Disclosure {
  return {
    ...{
      id,
      bookId,
      objectId: id,
      item: 'goal',
      goalId: `goal-${id}`,
      unitId: 'unit-school',
      name: `公开 ${id}`,
    },
    ...{ state: 'published', publishedOn: '2026-03-01', place: '门户网站', address: 'http://a', proofs },
    ...{ reason: '', approvedBy: '', approvedOn: '', shown: [], checks: [] },
    ...{ revision: 1, changedAt: '2026-08-01T01:00:00.000Z', changedBy: '王某', ...change },
  }
}

const put = (...records: Disclosure[]) => unit.on(() => db.disclosures.bulkPut(records))
const send = (wanted: Partial<Parameters<Machine['send']>[0]> = {}) =>
  unit.send({ purpose: 'report', bookId, receiver: bureau.party, ...wanted }, unitDuty)
const stops = async (bytes: Uint8Array) =>
  (await bureau.rehearse(bytes)).hindrances
    .filter(({ severity }) => severity === 'stop')
    .map(({ code }) => code)

beforeEach(async () => {
  ;({ bureau, unit, bookId } = await pairOfMachines())
  await bureau.gives(unit, 'parameters', bookId)
})

describe('attachments travel with the records that hold them', () => {
  it.each([
    ['open', null],
    ['under a passphrase or to the receiver', 'key'],
  ])('%s: each content once, and they are kept before the records stand', async (_, closing) => {
    const [one, two] = [await attachment(photo, '照片.jpg'), await attachment(contract, '合同.pdf')]
    await put(disclosure('a', [one, two]), disclosure('b', [one]))
    const { bytes, record } = await send({
      closing: closing === null ? null : { publicKey: bureau.station.publicKey },
    })
    expect(record.files).toEqual({ count: 2, bytes: photo.length + contract.length, lacking: 0 })
    const { parts, manifest } = insideOf(bytes)
    expect([...parts.keys()].filter((name) => name.startsWith('attachments/')).toSorted()).toEqual(
      [one, two].map(({ hash }) => `attachments/${hash}`).toSorted(),
    )
    expect(manifest.files).toEqual({ count: 2, bytes: photo.length + contract.length, lacking: [] })

    const rehearsal = await bureau.rehearse(bytes)
    expect(rehearsal.hindrances).toEqual([])
    expect(bureau.disk.files.has(one.hash)).toBe(false)
    const taken = await bureau.take(bytes)
    expect(taken).toMatchObject({ state: 'applied', files: { count: 2, lacking: 0 } })
    expect(bureau.disk.files.get(one.hash)).toEqual(photo)
    expect(bureau.disk.files.get(two.hash)).toEqual(contract)
    // The kept copy holds the records alone.
    const copy = copyIn(bureau.disk.files.get(taken.copy) ?? new Uint8Array())
    expect([...copy.parts.keys()].filter((name) => name.startsWith('attachments/'))).toEqual([])
  })

  it('what is kept already is not kept again, what is not taken is not kept, what was lost is mended', async () => {
    const [one, two] = [await attachment(photo, '照片.jpg'), await attachment(contract, '合同.pdf')]
    await put(disclosure('a', [one]), disclosure('b', [two]))
    const { bytes } = await send()
    await bureau.take(bytes, { ...noDecisions, skipped: new Set(['disclosures|b']) })
    expect([one, two].map(({ hash }) => bureau.disk.files.has(hash))).toEqual([true, false])
    bureau.disk.files.delete(one.hash)
    await bureau.take((await send()).bytes)
    expect([one, two].map(({ hash }) => bureau.disk.files.has(hash))).toEqual([true, true])
    bureau.disk.keepAttachment.mockClear()
    await bureau.take((await send()).bytes)
    // The copy of the records alone.
    expect(bureau.disk.keepAttachment).toHaveBeenCalledTimes(1)
  })

  it('an import that stops after the files leaves no record without its file', async () => {
    const one = await attachment(photo, '照片.jpg')
    await put(disclosure('a', [one]))
    const { bytes } = await send()
    const { keepAttachment } = bureau.disk
    const keep = keepAttachment.getMockImplementation()
    keepAttachment.mockImplementation(async (given) => {
      // The trail grows while the files are kept: the transaction that follows is refused.
      await db.auditHeads.put({ bookId: '', number: 999, hash: 'f'.repeat(64) } as never)
      return keep?.(given) ?? { hash: '', size: 0 }
    })
    await expect(bureau.take(bytes)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(bureau.disk.files.has(one.hash)).toBe(true)
    await bureau.on(async () => {
      expect(await db.disclosures.count()).toBe(0)
      expect((await db.packages.toArray()).filter(({ direction }) => direction === 'in')).toEqual([])
    })
  })

  it('a disk that is full while the files are kept leaves no record either', async () => {
    await put(disclosure('a', [await attachment(photo, '照片.jpg')]))
    const { bytes } = await send()
    const full = Object.assign(new Error('full'), { code: 'disk-full' })
    const { keepAttachment } = bureau.disk
    const keep = keepAttachment.getMockImplementation()
    keepAttachment.mockImplementation(async (given) => {
      if (given.length === photo.length) throw full
      return keep?.(given) ?? { hash: '', size: 0 }
    })
    await expect(bureau.take(bytes)).rejects.toMatchObject({ code: 'disk-full' })
    await bureau.on(async () => expect(await db.disclosures.count()).toBe(0))
  })
})

describe('what must not leave', () => {
  it('attachments of secret records, of records that do not go, and of blank fields stay', async () => {
    const [open, hidden, draft] = [
      await attachment(photo, '照片.jpg'),
      await attachment(contract, '合同.pdf'),
      await attachment(strToU8('草稿'), '草稿.pdf'),
    ]
    await put(
      disclosure('a', [open]),
      disclosure('secret', [hidden]),
      disclosure('due', [draft], { state: 'due' }),
      // The same file hangs on an open record too: it stays all the same.
      disclosure('b', [hidden]),
    )
    await unit.on(async () => {
      await db.goals.put({
        id: 'goal-secret',
        bookId,
        name: '涉密信息化改造',
        code: '',
        secret: true,
      } as never)
    })
    const { bytes, record } = await send()
    expect(record.files).toMatchObject({ count: 1, lacking: 1 })
    const names = [...insideOf(bytes).parts.keys()].filter((name) => name.startsWith('attachments/'))
    expect(names).toEqual([`attachments/${open.hash}`])
    const { hindrances } = await bureau.rehearse(bytes)
    expect(hindrances).toMatchObject([{ code: 'file-lacking', severity: 'warn' }])
    expect(hindrances[0]?.message).toContain('合同.pdf')
  })
})

describe('a file that the sender has not', () => {
  it('stops the package and says which file of which project; it can be made without, and says so', async () => {
    const [one, two] = [await attachment(photo, '照片.jpg'), await attachment(contract, '合同.pdf')]
    await put(disclosure('a', [one, two]))
    unit.disk.files.delete(two.hash)
    await expect(send()).rejects.toMatchObject({
      code: 'attachments-missing',
      cause: [{ name: '合同.pdf', of: '公开 a' }],
    })
    const { bytes, record } = await send({ attachments: 'there' })
    expect(record.files).toEqual({ count: 1, bytes: photo.length, lacking: 1 })
    expect(insideOf(bytes).manifest.files?.lacking).toEqual([two.hash])
    expect((await bureau.rehearse(bytes)).hindrances).toMatchObject([{ code: 'file-lacking' }])
    expect(await bureau.take(bytes)).toMatchObject({ state: 'applied', files: { lacking: 1 } })
  })

  it('also where the kept file is damaged', async () => {
    const [one, two] = [await attachment(photo, '照片.jpg'), await attachment(contract, '合同.pdf')]
    await put(disclosure('a', [one, two]))
    const { readAttachment } = unit.disk
    const read = readAttachment.getMockImplementation()
    readAttachment.mockImplementation(async (hash) => {
      if (hash === two.hash) throw Object.assign(new Error('damaged'), { code: 'attachment-damaged' })
      return (await read?.(hash)) ?? null
    })
    await expect(send()).rejects.toMatchObject({ code: 'attachments-missing', cause: [{ name: '合同.pdf' }] })
    expect((await send({ attachments: 'there' })).record.files).toMatchObject({ count: 1, lacking: 1 })
  })

  it('none at all where none are wished for; too large is refused', async () => {
    const one = await attachment(photo, '照片.jpg')
    await put(disclosure('a', [one]))
    expect((await send({ attachments: 'none' })).record.files).toEqual({ count: 0, bytes: 0, lacking: 1 })
    await put(disclosure('a', [{ ...one, size: 65 * 1024 * 1024 }]))
    await expect(send()).rejects.toMatchObject({ code: 'attachments-too-much' })
  })
})

describe('refused with its own message is', () => {
  async function whole() {
    const one = await attachment(photo, '照片.jpg')
    await put(disclosure('a', [one]))
    return { one, bytes: (await send()).bytes, keys: await keysOf(unit), name: `attachments/${one.hash}` }
  }

  it('an attachment of other content, of another size, missing, extra, or beside its place', async () => {
    const { bytes, keys, name } = await whole()
    const codes = (change: Parameters<typeof forged>[2]) => stops(forged(bytes, keys, change))
    expect(await codes(({ parts }) => parts.set(name, strToU8('公示栏照骗')))).toContain('file-wrong')
    expect(await codes(({ parts }) => parts.set(name, strToU8('短')))).toContain('file-wrong')
    expect(await codes(({ parts }) => parts.delete(name))).toEqual(
      expect.arrayContaining(['file-absent', 'file-count']),
    )
    const other = digestsOf(contract).sha256
    expect(await codes(({ parts }) => parts.set(`attachments/${other}`, contract))).toEqual(
      expect.arrayContaining(['file-extra', 'file-count']),
    )
    expect(await codes(({ parts }) => parts.set('attachments/readme.txt', contract))).toContain('strange')
    expect(await codes(({ manifest }) => Object.assign(manifest, { files: undefined }))).toContain(
      'file-count',
    )
    expect(
      await codes(({ manifest, parts }) => {
        parts.delete(name)
        Object.assign(manifest, { files: { count: 0, bytes: 0, lacking: [] } })
      }),
    ).toEqual(['file-absent'])
    // A name that leads out of the folder never gets past the archive.
    const placed = forged(bytes, keys, ({ parts }) => parts.set('attachments/a1/b2', contract))
    const led = Buffer.from(Buffer.from(placed).toString('latin1').replaceAll('s/a1/b2', 's/../b2'), 'latin1')
    await expect(bureau.rehearse(new Uint8Array(led))).rejects.toMatchObject({ code: 'package-altered' })
    await bureau.on(async () => expect(await db.disclosures.count()).toBe(0))
  })

  it('any byte of an attachment changed on the way, and a file signed by nobody who is known', async () => {
    const { bytes } = await whole()
    const at = Buffer.from(bytes).indexOf(Buffer.from(photo))
    const altered = bytes.map((byte, index) => (index === at + 2 ? byte ^ 1 : byte))
    await expect(bureau.rehearse(altered)).rejects.toMatchObject({ code: 'package-altered' })
    await expect(bureau.take(forged(bytes, newKeyPair(), () => null))).rejects.toMatchObject({
      code: 'package-untrusted',
    })
    expect(bureau.disk.files.has(digestsOf(photo).sha256)).toBe(false)
  })

  it('wrong content under a lock: the digest of what is carried does not prove what is inside', async () => {
    const { one, bytes, keys } = await whole()
    const { parts, manifest } = insideOf(bytes)
    parts.set(`attachments/${one.hash}`, strToU8('公示栏照骗'))
    const { sealPackage } = await import('#exchange/package')
    const { parts: _, lock: __, format: ___, formatVersion: ____, ...facts } = manifest
    const content = { ...facts, id: 'locked', parts: Object.fromEntries(parts) }
    const locked = await sealPackage(content, keys, { publicKey: bureau.station.publicKey })
    expect(await stops(locked)).toContain('file-wrong')
  })
})

it('a package of an older program, without a word on attachments, is taken and says what is missing', async () => {
  const one = await attachment(photo, '照片.jpg')
  await put(disclosure('a', [one]))
  const { bytes } = await send({ attachments: 'none' })
  const old = forged(bytes, await keysOf(unit), ({ manifest }) =>
    Object.assign(manifest, { files: undefined }),
  )
  expect((await bureau.rehearse(old)).hindrances).toMatchObject([{ code: 'file-untold', severity: 'warn' }])
  expect(await bureau.take(old)).toMatchObject({ state: 'applied' })
})

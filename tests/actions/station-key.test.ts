import { beforeEach, describe, expect, it } from 'vitest'
import { acceptPeer, readCard } from '#actions/accept-peer'
import { replaceStationKey } from '#actions/replace-station-key'
import { saveStation } from '#actions/save-station'
import { sealCard } from '#exchange/card'
import { newKeyPair } from '#exchange/national-crypto'
import { db } from '#storage/database'
import { ownStation } from '#storage/exchange'
import { newDataKey } from '#storage/sealing'
import { openStationKey } from '#storage/station-record'
import { acting, freshDatabase } from '../storage/world.ts'

beforeEach(freshDatabase)

const by = acting('administrator')
const words = {
  name: '南江县财政局',
  level: 'county' as const,
  regionCode: '511922',
  unitCode: '',
}

async function station() {
  const dataKey = await newDataKey()
  return { dataKey, kept: await saveStation(words, dataKey, by) }
}

describe('a key of the station', () => {
  it.each([
    ['gone', () => ''],
    ['damaged', (sealed: string) => `${sealed.slice(0, -6)}AAAA==`],
    ['no key at all', () => 'v1.x'],
  ])('%s says so, and another takes its place without a hand-over', async (_name, damage) => {
    const { dataKey, kept } = await station()
    await db.stations.put({ ...kept, sealedKey: damage(kept.sealedKey) })
    await expect(openStationKey(await ownStation(), dataKey)).rejects.toMatchObject({
      code: 'station-key-lost',
    })
    // Without the word that it is lost nothing is changed.
    await expect(replaceStationKey(false, dataKey, by)).rejects.toMatchObject({ code: 'station-key-lost' })
    expect((await ownStation())?.publicKey).toBe(kept.publicKey)
    const after = await replaceStationKey(true, dataKey, by)
    expect(after.publicKey).not.toBe(kept.publicKey)
    expect(after).toMatchObject({ id: kept.id, formerKeys: [kept.publicKey], handOvers: [] })
    expect(await openStationKey(await ownStation(), dataKey)).toMatchObject({ publicKey: after.publicKey })
    const last = (await db.audit.where('bookId').equals('').toArray()).at(-1)
    expect(last?.summary).toBe('更换本机密钥（旧密钥已丢失，没有交接）')
  })
  it('does not open by the data key of another machine', async () => {
    const { kept } = await station()
    await expect(openStationKey(kept, await newDataKey())).rejects.toMatchObject({ code: 'station-key-lost' })
    await expect(openStationKey(kept, null)).rejects.toMatchObject({ code: 'data-key-missing' })
  })
  it('that opens signs over its next one', async () => {
    const { dataKey, kept } = await station()
    const after = await replaceStationKey(false, dataKey, by)
    expect(after.formerKeys).toEqual([kept.publicKey])
    expect(after.handOvers).toHaveLength(1)
  })
})

describe('the card of a unit', () => {
  it.each(['２０５００３', ' 205 003 ', '205003'])(
    'has its code as the book writes it: %j',
    async (unitCode) => {
      const typed = { ...words, name: ' 第一小学 ', level: 'unit' as const, unitCode }
      const kept = await saveStation(typed, await newDataKey(), by)
      expect(kept).toMatchObject({ name: '第一小学', unitCode: '205003' })
    },
  )

  it.each(['', ' 　 '])('needs a code: %j', async (unitCode) => {
    const typed = { ...words, level: 'unit' as const, unitCode }
    await expect(saveStation(typed, await newDataKey(), by)).rejects.toMatchObject({ code: 'entry-faulty' })
  })
})

describe('the card of a unit that is known already', () => {
  const party = { ...words, id: 'school', name: '南江县教育局', level: 'unit' as const, unitCode: '201' }
  function cardOf(id: string) {
    const facts = { id: `card-${id}`, createdAt: '2026-08-03T01:20:00.000Z', handOvers: [] }
    return sealCard({ ...facts, sender: { ...party, id } }, newKeyPair())
  }

  it('is another card where its machine is another one, and asks for the fingerprint anew', async () => {
    expect((await readCard(await cardOf('school'))).kind).toBe('new')
    await acceptPeer(await cardOf('school'), true, by)
    const next = await cardOf('school-again')
    expect((await readCard(next)).kind).toBe('other-card')
    await expect(acceptPeer(next, false, by)).rejects.toMatchObject({ code: 'package-untrusted' })
    await acceptPeer(next, true, by)
    expect((await readCard(next)).kind).toBe('known')
  })
  it('is of another key where the machine lost its key', async () => {
    await acceptPeer(await cardOf('school'), true, by)
    const next = await cardOf('school')
    expect((await readCard(next)).kind).toBe('other-key')
    await expect(acceptPeer(next, false, by)).rejects.toMatchObject({ code: 'package-untrusted' })
  })
})

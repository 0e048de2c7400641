import { strToU8, unzipSync, zipSync } from 'fflate'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { exportExpertReturn } from '#actions/export-expert-return'
import { openExpertKit } from '#actions/open-expert-kit'
import { takeExpertReturn } from '#actions/take-expert-return'
import { withdrawExpertKit } from '#actions/withdraw-expert-kit'
import type { KeptSheet } from '#domain/evaluation/task'
import { db } from '#storage/database'
import { sheetById } from '#storage/evaluation-tasks'
import { by } from '../storage/world.ts'
import { blindTask, elsewhere, guest, kitOf, passphrase, scoredElsewhere } from './kit-cases.ts'

vi.mock('@noble/hashes/argon2.js', () => import('../storage/quick-argon2.ts'))

let sheets: KeptSheet[]

beforeEach(async () => {
  ;({ sheets } = await blindTask())
})

describe('refused is', () => {
  async function answered(sheet: KeptSheet | undefined): Promise<Uint8Array> {
    const bytes = await kitOf(sheet)
    return elsewhere(() => scoredElsewhere(bytes, 3600, guest))
  }
  async function refused(answer: Uint8Array, code: string): Promise<void> {
    const before = await db.scoreSheets.toArray()
    await expect(takeExpertReturn(answer, by)).rejects.toMatchObject({ code })
    expect(await db.scoreSheets.toArray()).toEqual(before)
  }

  it('an answer in which one mark was changed', async () => {
    const answer = await answered(sheets[0])
    const files = unzipSync(answer)
    const text = new TextDecoder().decode(files['sheet.json']).replace('3600', '4000')
    await refused(zipSync({ ...files, 'sheet.json': strToU8(text) }), 'package-altered')
  })

  it('the answer of an older kit, and one to a kit that was withdrawn', async () => {
    const old = await answered(sheets[0])
    await kitOf(sheets[0])
    await refused(old, 'kit-other')
    const out = await sheetById(sheets[0]?.id ?? '')
    await withdrawExpertKit(out?.id ?? '', out?.revision ?? 0, by)
    await refused(old, 'kit-not-open')
  })

  it('the same answer twice, and a kit in place of an answer', async () => {
    const bytes = await kitOf(sheets[0])
    const answer = await elsewhere(() => scoredElsewhere(bytes, 3600, guest))
    await takeExpertReturn(answer, by)
    await refused(answer, 'kit-taken')
    await refused(bytes, 'wrong-purpose')
  })

  it('an answer that is signed by another kit’s key', async () => {
    const [first, second] = [await kitOf(sheets[0]), await kitOf(sheets[1])]
    const forged = await elsewhere(async () => {
      await scoredElsewhere(first, 4000, guest)
      const other = await openExpertKit(second, passphrase, guest)
      const [mine] = (await db.books.toArray()).filter(({ id }) => id !== other.id)
      if (!mine?.kit || !other.kit) throw new Error('both are there')
      // The owner of one kit answers in the other's name, with the own key.
      const swapped = {
        ...mine,
        kit: {
          ...other.kit,
          publicKey: mine.kit.publicKey,
          privateKey: mine.kit.privateKey,
          sheetId: mine.kit.sheetId,
        },
      }
      await db.books.put(swapped)
      return (await exportExpertReturn(mine.id, guest)).bytes
    })
    await refused(forged, 'kit-other')
  })
})

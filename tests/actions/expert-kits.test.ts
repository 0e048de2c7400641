import 'fake-indexeddb/auto'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { exportExpertReturn } from '#actions/export-expert-return'
import { issueExpertKit } from '#actions/issue-expert-kit'
import { openExpertKit } from '#actions/open-expert-kit'
import { saveScoreSheet } from '#actions/save-score-sheet'
import { takeEvaluationTaskStep } from '#actions/take-evaluation-task-step'
import { takeExpertReturn } from '#actions/take-expert-return'
import { withdrawExpertKit } from '#actions/withdraw-expert-kit'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import { db } from '#storage/database'
import { evaluationTaskById, sheetById, sheetsOf } from '#storage/evaluation-tasks'
import { scoringTask, smallMarks } from '../storage/evaluation-world.ts'
import { acting, by, freshDatabase } from '../storage/world.ts'
import { Installation } from './installations.ts'
import { passphrase, scoredElsewhere } from './kit-cases.ts'

const experts = ['赵', '钱', '孙', '李', '周'].map((name, index) => ({
  expertId: `e${index + 1}`,
  name: `${name}专家`,
  weight: 1,
}))

let task: EvaluationTask
let sheets: KeptSheet[]

beforeEach(async () => {
  ;({ task, sheets } = await scoringTask({ experts, isBlind: true }))
})

async function kitOf(sheet: KeptSheet | undefined): Promise<Uint8Array> {
  if (!sheet) throw new Error('there is such a sheet')
  const now = await sheetById(sheet.id)
  return (await issueExpertKit(sheet.id, now?.revision ?? 0, passphrase, by)).bytes
}

/** On a machine of its own. */
async function elsewhere<Result>(work: () => Promise<Result>): Promise<Result> {
  const bureau = await Installation.leave()
  await freshDatabase()
  const result = await work()
  await bureau.enter()
  return result
}

const guest = acting('inspection')

it('five experts score on five machines, and what comes back is put together', async () => {
  const kits: Uint8Array[] = []
  for (const sheet of sheets) kits.push(await kitOf(sheet))
  const answers: Uint8Array[] = []
  for (const [index, kit] of kits.entries())
    answers.push(
      await elsewhere(() => scoredElsewhere(kit, [3600, 3500, 3400, 3600, 1600][index] ?? 0, guest)),
    )
  for (const answer of answers) await takeExpertReturn(answer, by)
  const back = await sheetsOf(task.bookId, task.id)
  expect(back.map(({ name, signedAt }) => [name, signedAt !== ''])).toEqual(
    experts.map(({ name }) => [name, true]),
  )
  expect(back[4]?.marks['small-3']).toMatchObject({
    answer: { kind: 'points', points: 1600 },
    reason: '有两处返工',
  })
  const now = await evaluationTaskById(task.id)
  const step = { id: 'finish-scoring', opinion: '' } as const
  const combining = await takeEvaluationTaskStep(task.id, now?.revision ?? 0, step, by)
  expect(combining.state).toBe('combining')
  const trail = await db.audit.where('bookId').equals(task.bookId).toArray()
  expect(trail.filter(({ action }) => action === 'take-expert-return')).toHaveLength(5)
}, 120_000)

describe('a kit', () => {
  it('shows a blind expert neither name, code nor unit, nor what others are', async () => {
    const bytes = await kitOf(sheets[0])
    await elsewhere(async () => {
      const book = await openExpertKit(bytes, passphrase, guest)
      const there = await evaluationTaskById(task.id)
      expect(there).toMatchObject({
        name: `评价对象 ${task.number}`,
        code: '',
        goalId: '',
        experts: [experts[0]],
      })
      expect(await db.units.toArray()).toMatchObject([{ name: '' }])
      expect(await sheetsOf(book.id, task.id)).toHaveLength(1)
      expect(JSON.stringify(await db.evaluationTasks.toArray())).not.toContain(task.name)
    })
  })

  it('opened twice gives the same book, with what was scored', async () => {
    const bytes = await kitOf(sheets[0])
    await elsewhere(async () => {
      const book = await openExpertKit(bytes, passphrase, guest)
      const sheet = await sheetById(sheets[0]?.id ?? '')
      await saveScoreSheet(sheet?.id ?? '', sheet?.revision ?? 0, { marks: smallMarks(3000) }, guest)
      expect((await openExpertKit(bytes, passphrase, guest)).id).toBe(book.id)
      expect((await sheetById(sheet?.id ?? ''))?.marks).toEqual(smallMarks(3000))
    })
  })

  it('does not open with another passphrase, and needs one that is not guessed', async () => {
    const bytes = await kitOf(sheets[0])
    await elsewhere(async () => {
      await expect(openExpertKit(bytes, '桂花开了 2026', guest)).rejects.toMatchObject({
        code: 'wrong-passphrase',
      })
      expect(await db.books.count()).toBe(0)
    })
    const [, second] = sheets
    const short = issueExpertKit(second?.id ?? '', second?.revision ?? 0, '1234567', by)
    await expect(short).rejects.toMatchObject({ code: 'entry-faulty' })
  })

  it('that is out is not written here until it is withdrawn', async () => {
    await kitOf(sheets[0])
    const out = await sheetById(sheets[0]?.id ?? '')
    const save = (revision: number) =>
      saveScoreSheet(out?.id ?? '', revision, { marks: smallMarks(3000) }, by)
    await expect(save(out?.revision ?? 0)).rejects.toMatchObject({ code: 'kit-out' })
    const back = await withdrawExpertKit(out?.id ?? '', out?.revision ?? 0, by)
    expect((await save(back.revision)).marks).toEqual(smallMarks(3000))
  })

  it('does not open over the sheet it came from', async () => {
    const bytes = await kitOf(sheets[0])
    await expect(openExpertKit(bytes, passphrase, guest)).rejects.toMatchObject({ code: 'kit-other' })
  })
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

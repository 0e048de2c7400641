import { beforeEach, describe, expect, it, vi } from 'vitest'
import { exportExpertReturn } from '#actions/export-expert-return'
import { issueExpertKit } from '#actions/issue-expert-kit'
import { assertKit, openExpertKit } from '#actions/open-expert-kit'
import { openSecondRound } from '#actions/open-second-round'
import { saveScoreSheet } from '#actions/save-score-sheet'
import { signScoreSheet } from '#actions/sign-score-sheet'
import { takeEvaluationTaskStep } from '#actions/take-evaluation-task-step'
import { takeExpertReturn } from '#actions/take-expert-return'
import { withdrawExpertKit } from '#actions/withdraw-expert-kit'
import { indicatorsOf } from '#domain/evaluation/indicator-system'
import { resultOf } from '#domain/evaluation/result'
import { othersPoints } from '#domain/evaluation/scoring-desk'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import { rulesById, rulesOf } from '#domain/year-rules'
import { db } from '#storage/database'
import { evaluationTaskById, sheetById, sheetsOf } from '#storage/evaluation-tasks'
import { smallMarks } from '../storage/evaluation-world.ts'
import { by, freshDatabase } from '../storage/world.ts'
import { Installation } from './installations.ts'
import { blindTask, elsewhere, experts, guest, kitOf, passphrase, scoredElsewhere } from './kit-cases.ts'

vi.mock('@noble/hashes/argon2.js', () => import('../storage/quick-argon2.ts'))

let task: EvaluationTask
let sheets: KeptSheet[]

beforeEach(async () => {
  ;({ task, sheets } = await blindTask())
})

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
      const there = await evaluationTaskById(book.kit?.taskId ?? '')
      expect(there).toMatchObject({
        name: `评价对象 ${task.number}`,
        code: '',
        goalId: '',
        experts: [experts[0]],
      })
      expect(await db.units.toArray()).toMatchObject([{ name: '' }])
      expect(await sheetsOf(book.id, book.kit?.taskId ?? '')).toHaveLength(1)
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

  it('opens by a proposed passphrase in capitals and without the strokes between its groups', async () => {
    const [sheet] = sheets
    const now = await sheetById(sheet?.id ?? '')
    const { bytes } = await issueExpertKit(sheet?.id ?? '', now?.revision ?? 0, '599k-4mcr-zfd6', by)
    await elsewhere(async () => {
      await expect(openExpertKit(bytes, '599k-4mcr-zfd7', guest)).rejects.toMatchObject({
        code: 'wrong-passphrase',
      })
      expect((await openExpertKit(bytes, '599K 4MCR ZFD6', guest)).kit?.sheetId).toBe(sheet?.id)
    })
  })

  it('says of another file that it is none, before anybody is asked for a passphrase', async () => {
    const bytes = await kitOf(sheets[0])
    expect(() => assertKit(bytes)).not.toThrow()
    const files = [
      new Uint8Array([80, 75, 3, 4]),
      new TextEncoder().encode('not a package'),
      new Uint8Array(),
    ]
    for (const file of files) expect(() => assertKit(file)).toThrow('not-a-kit')
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

  it('made anew goes on with what was scored', async () => {
    const bytes = await kitOf(sheets[0])
    const expert = await Installation.leave()
    await freshDatabase()
    await openExpertKit(bytes, passphrase, guest)
    const sheet = await sheetById(sheets[0]?.id ?? '')
    await saveScoreSheet(sheet?.id ?? '', sheet?.revision ?? 0, { marks: smallMarks(3000) }, guest)
    const machine = await Installation.leave()
    await expert.enter()
    const again = await kitOf(sheets[0])
    const bureau = await Installation.leave()
    await machine.enter()
    const book = await openExpertKit(again, passphrase, guest)
    expect(await db.books.count()).toBe(1)
    const kept = await sheetById(sheets[0]?.id ?? '')
    expect(kept?.marks).toEqual(smallMarks(3000))
    await signScoreSheet(kept?.id ?? '', kept?.revision ?? 0, guest)
    const { bytes: signed } = await exportExpertReturn(book.id, guest)
    await bureau.enter()
    expect((await takeExpertReturn(signed, by)).marks).toEqual(smallMarks(3000))
  })

  it('of two experts on one machine each has a task and a sheet', async () => {
    const [first, second] = [await kitOf(sheets[0]), await kitOf(sheets[1])]
    const answers = await elsewhere(async () => {
      const books = [
        await openExpertKit(first, passphrase, guest),
        await openExpertKit(second, passphrase, guest),
      ]
      for (const book of books)
        expect(await evaluationTaskById(book.kit?.taskId ?? '')).toMatchObject({ bookId: book.id })
      return [await scoredElsewhere(first, 3600, guest), await scoredElsewhere(second, 3000, guest)]
    })
    for (const answer of answers) expect((await takeExpertReturn(answer, by)).signedAt).not.toBe('')
  })

  it('does not open over the sheet it came from', async () => {
    const bytes = await kitOf(sheets[0])
    await expect(openExpertKit(bytes, passphrase, guest)).rejects.toMatchObject({ code: 'kit-other' })
  })
})

describe('the second round over kits', () => {
  /** Every expert's machine with the first round on it, and the task with one disputed indicator. */
  async function secondRound() {
    const machines: Installation[] = []
    const firstAnswers: Uint8Array[] = []
    for (const [index, sheet] of sheets.entries()) {
      const kit = await kitOf(sheet)
      const bureau = await Installation.leave()
      await freshDatabase()
      const answer = await scoredElsewhere(kit, [3600, 3500, 3400, 3600, 1600][index] ?? 0, guest)
      machines.push(await Installation.leave())
      firstAnswers.push(answer)
      await bureau.enter()
      await takeExpertReturn(answer, by)
    }
    const now = await evaluationTaskById(task.id)
    const step = { id: 'finish-scoring', opinion: '' } as const
    const combining = await takeEvaluationTaskStep(task.id, now?.revision ?? 0, step, by)
    const second = await openSecondRound(task.id, combining.revision, by)
    return { machines, second, firstAnswers }
  }

  it('goes out anew to each expert, shows what the others gave, and what comes back counts', async () => {
    const { machines, second, firstAnswers } = await secondRound()
    expect(second.map(({ asked, kit }) => [asked, kit])).toEqual(experts.map(() => [['small-3'], undefined]))
    const answers: Uint8Array[] = []
    for (const [index, sheet] of second.entries()) {
      const kit = await kitOf(sheet)
      const bureau = await Installation.leave()
      await machines[index]?.enter()
      const book = await openExpertKit(kit, passphrase, guest)
      expect(await db.books.count()).toBe(1)
      const there = await sheetsOf(book.id, book.kit?.taskId ?? '')
      const [indicator] = indicatorsOf(task.system).filter(({ id }) => id === 'small-3')
      const own = there.find(({ id }) => id === sheet.id)
      if (!indicator || !own) throw new Error('both are there')
      const seen = othersPoints(indicator, there, own, rulesOf(book).evaluation)
      expect(seen.map(({ points }) => points).toSorted()).toEqual(
        [3600, 3500, 3400, 3600, 1600].filter((_points, at) => at !== index).toSorted(),
      )
      // Four marks, and nobody's name.
      expect(JSON.stringify(there.filter(({ expertId }) => expertId.startsWith('other')))).not.toMatch(
        /[赵钱孙李周]专家/,
      )
      answers.push(await scoredElsewhere(kit, 3500, guest))
      await bureau.enter()
    }
    for (const answer of firstAnswers)
      await expect(takeExpertReturn(answer, by)).rejects.toMatchObject({ code: 'kit-taken' })
    for (const answer of answers) await takeExpertReturn(answer, by)
    const back = await sheetsOf(task.bookId, task.id)
    const now = await evaluationTaskById(task.id)
    if (!now) throw new Error('the task is there')
    const result = resultOf(now, back, rulesById('frame-2015').evaluation)
    expect(result.items.find(({ indicator }) => indicator.id === 'small-3')).toMatchObject({
      ...{ points: 3500, spread: 0, isDisputed: false, isRescored: true },
    })
    expect(result.toRescore).toEqual([])
  }, 120_000)
})

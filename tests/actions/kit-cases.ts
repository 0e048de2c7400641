import { exportExpertReturn } from '#actions/export-expert-return'
import { issueExpertKit } from '#actions/issue-expert-kit'
import { openExpertKit } from '#actions/open-expert-kit'
import { saveScoreSheet } from '#actions/save-score-sheet'
import { signScoreSheet } from '#actions/sign-score-sheet'
import { takeExpertReturn } from '#actions/take-expert-return'
import { withdrawExpertKit } from '#actions/withdraw-expert-kit'
import type { KeptSheet } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { sheetById } from '#storage/evaluation-tasks'
import { scoringTask, smallMarks } from '../storage/evaluation-world.ts'
import { acting, by, freshDatabase } from '../storage/world.ts'
import type { Cases } from './action-case.ts'
import { Installation } from './installations.ts'

export const passphrase = '桂花开了 2025'

export const experts = ['赵', '钱', '孙', '李', '周'].map((name, index) => ({
  expertId: `e${index + 1}`,
  name: `${name}专家`,
  weight: 1,
}))

/** Five experts score, and none of them is to know of whom. */
export function blindTask() {
  return scoringTask({ experts, isBlind: true })
}

/** Who opens a kit on the machine of an expert. */
export const guest = acting('inspection')

/** The kit of a sheet as it stands now. */
export async function kitOf(sheet: KeptSheet | undefined): Promise<Uint8Array> {
  if (!sheet) throw new Error('there is such a sheet')
  const now = await sheetById(sheet.id)
  return (await issueExpertKit(sheet.id, now?.revision ?? 0, passphrase, by)).bytes
}

/** On a machine of its own. */
export async function elsewhere<Result>(work: () => Promise<Result>): Promise<Result> {
  const bureau = await Installation.leave()
  await freshDatabase()
  const result = await work()
  await bureau.enter()
  return result
}

async function sheetOfScoring() {
  const { sheets } = await scoringTask()
  const [sheet] = sheets
  if (!sheet) throw new Error('the task has sheets')
  return sheet
}

/** A sheet that is out with its expert, and the kit. */
async function sheetOut() {
  const sheet = await sheetOfScoring()
  const { bytes } = await issueExpertKit(sheet.id, sheet.revision, passphrase, by)
  const out = await sheetById(sheet.id)
  if (!out) throw new Error('the sheet is there')
  return { sheet: out, bytes }
}

/** On the expert's machine: the kit opened, scored, signed and given back. */
export async function scoredElsewhere(kit: Uint8Array, quality: number, actor: Actor): Promise<Uint8Array> {
  const book = await openExpertKit(kit, passphrase, actor)
  const sheet = await sheetById(book.kit?.sheetId ?? '')
  if (!sheet) throw new Error('the kit has a sheet')
  const marks = Object.fromEntries(
    Object.entries(smallMarks(quality)).filter(([id]) => sheet.asked.includes(id)),
  )
  const marked = await saveScoreSheet(sheet.id, sheet.revision, { marks }, actor)
  await signScoreSheet(sheet.id, marked.revision, actor)
  const { bytes } = await exportExpertReturn(book.id, actor)
  return bytes
}

/** Every write around expert kits. */
export const kitCases = {
  'issue-expert-kit': async () => {
    const sheet = await sheetOfScoring()
    return (actor) => issueExpertKit(sheet.id, sheet.revision, passphrase, actor)
  },
  'withdraw-expert-kit': async () => {
    const { sheet } = await sheetOut()
    return (actor) => withdrawExpertKit(sheet.id, sheet.revision, actor)
  },
  'take-expert-return': async () => {
    const { bytes } = await sheetOut()
    const answer = await elsewhere(() => scoredElsewhere(bytes, 3600, by))
    return (actor) => takeExpertReturn(answer, actor)
  },
  'open-expert-kit': async () => {
    const { bytes } = await sheetOut()
    await freshDatabase()
    // Each duty opens it on a machine that does not have it yet.
    return async (actor) => {
      await db.books.clear()
      await db.scoreSheets.clear()
      await openExpertKit(bytes, passphrase, actor)
    }
  },
} satisfies Cases

import { beforeEach, expect, it } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { giveRoundOpinion } from '#actions/give-round-opinion'
import { openRound } from '#actions/open-round'
import { openRoundReport } from '#actions/open-round-report'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveRoundReport } from '#actions/save-round-report'
import { takeRoundReportStep } from '#actions/take-round-report-step'
import type { RoundReport, RoundReportStep } from '#domain/monitoring/round-report'
import type { Section, YearBook } from '#domain/year-book'
import { sectionsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { monitoringsOf } from '#storage/monitorings'
import { figuresOfReport } from '#storage/round-reports'
import { todosOf } from '#storage/todo'
import { reported, wantedRound } from '../storage/monitoring-world.ts'
import { acting, by, freshBook, freshDatabase, soundContent } from '../storage/world.ts'

let book: YearBook
let section: Section
let other: Section
let roundId: string

beforeEach(async () => {
  await freshDatabase()
  const made = await freshBook()
  book = made.book
  const unit = made.units[1]
  const content = soundContent(unit.id, '营养改善计划')
  const id = await createGoal(book.id, unit.id, content.kind, content.book, by)
  await db.goals.put({ ...(await saveGoalDraft(id, 1, content, by)), status: 'approved' })
  const { round } = await openRound(book.id, wantedRound, by)
  roundId = round.id
  const [form] = await monitoringsOf(book.id, roundId)
  if (!form) throw new Error('the round has a form')
  await db.monitorings.put({ ...reported(form), state: 'accepted' })
  const sections = await sectionsOf(book.id)
  const own = sections.find(({ id: sectionId }) => sectionId === unit.sectionId)
  const elsewhere = sections.find(
    ({ role, id: sectionId }) => role === 'spending' && sectionId !== unit.sectionId,
  )
  if (!own || !elsewhere) throw new Error('the book has its sections')
  section = own
  other = elsewhere
})

const step = (report: RoundReport, id: RoundReportStep['id'], opinion = '') =>
  takeRoundReportStep(report.id, report.revision, { id, opinion }, by)

async function asked(): Promise<RoundReport> {
  return step(await openRoundReport(roundId, by), 'ask-round-opinions')
}

const change = { verdict: 'change', text: '请注明资金下达时间。' } as const

it('is written once for a round', async () => {
  await openRoundReport(roundId, by)
  await expect(openRoundReport(roundId, by)).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await db.roundReports.count()).toBe(1)
})

it('asks exactly the sections that have objects in the round, and puts it on their desk', async () => {
  const report = await asked()
  expect(report.opinions.map(({ sectionId }) => sectionId)).toEqual([section.id])
  const todosAs = (scope: string) =>
    todosOf(book.id, by, [{ duty: 'spending', scope }], new Date().toISOString())
  const kinds = async (scope: string) =>
    (await todosAs(scope)).filter(({ kind }) => kind === 'roundReports').map(({ count }) => count)
  expect(await kinds(section.code)).toEqual([1])
  expect(await kinds(other.code)).toEqual([])
})

it('takes an opinion of the section itself alone, while it is asked', async () => {
  const report = await asked()
  const give = (scope: string, given: { verdict: 'agree' | 'change'; text: string }) =>
    giveRoundOpinion(
      report.id,
      report.revision,
      { sectionId: section.id, ...given },
      acting('spending', scope),
    )
  await expect(give(other.code, change)).rejects.toMatchObject({ code: 'out-of-reach' })
  await expect(give(section.code, { verdict: 'change', text: ' ' })).rejects.toMatchObject({
    code: 'opinion-missing',
  })
  const said = await give(section.code, change)
  expect(said.opinions[0]).toMatchObject({ verdict: 'change', text: change.text, adopted: '' })
  await expect(give(section.code, change)).rejects.toMatchObject({ code: 'changed-meanwhile' })
})

it('is not finished while a wish for a change has no answer, and keeps its figures when it is', async () => {
  const report = await asked()
  const said = await giveRoundOpinion(
    report.id,
    report.revision,
    { sectionId: section.id, ...change },
    acting('spending', section.code),
  )
  await expect(step(said, 'finish-round-report')).rejects.toMatchObject({ code: 'opinion-unanswered' })
  const answers = [{ sectionId: section.id, adopted: 'no', answer: '资金 3 月已下达。' }] as const
  const answered = await saveRoundReport(said.id, said.revision, { answers }, by)
  const final = await step(answered, 'finish-round-report')
  expect(final.figures?.all).toMatchObject({ due: 1, reported: 1 })

  // The data go on; the report does not.
  await db.monitorings.clear()
  expect((await figuresOfReport(book, final))?.all.due).toBe(1)
  const save = () => saveRoundReport(final.id, final.revision, { texts: { work: '改' } }, by)
  await expect(save()).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(
    giveRoundOpinion(final.id, final.revision, { sectionId: section.id, ...change }, by),
  ).rejects.toMatchObject({ code: 'not-permitted' })
  const reopened = await step(final, 'reopen-round-report', '数据有误')
  expect(reopened.figures).toBeNull()
  expect((await figuresOfReport(book, reopened))?.all.due).toBe(0)
})

it('loses the answer to an opinion that is changed, and says in the trail who said what', async () => {
  const report = await asked()
  const spending = acting('spending', section.code)
  const said = await giveRoundOpinion(
    report.id,
    report.revision,
    { sectionId: section.id, ...change },
    spending,
  )
  const answers = [{ sectionId: section.id, adopted: 'yes', answer: '' }] as const
  const answered = await saveRoundReport(said.id, said.revision, { answers }, by)
  const again = { sectionId: section.id, verdict: 'change', text: '还需注明原因。' } as const
  const changed = await giveRoundOpinion(answered.id, answered.revision, again, spending)
  expect(changed.opinions[0]).toMatchObject({ text: '还需注明原因。', adopted: '' })
  const trail = await db.audit.where('[bookId+number]').between([book.id], [book.id, []]).toArray()
  const last = trail.at(-1)
  expect(last?.action).toBe('give-round-opinion')
  expect(last?.changes[0]?.fields[0]).toMatchObject({
    label: `${section.name}的意见`,
    from: '有修改意见；请注明资金下达时间。；采纳',
    to: '有修改意见；还需注明原因。',
  })
})

import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createBook } from '#actions/create-book'
import { createGoal } from '#actions/create-goal'
import { openEvaluationTask } from '#actions/open-evaluation-task'
import { openScoreSheets } from '#actions/open-score-sheets'
import { replyEvaluation } from '#actions/reply-evaluation'
import { saveEvaluationTask } from '#actions/save-evaluation-task'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveScoreSheet } from '#actions/save-score-sheet'
import { saveUnits } from '#actions/save-units'
import { signScoreSheet } from '#actions/sign-score-sheet'
import { takeEvaluationTaskStep } from '#actions/take-evaluation-task-step'
import { withdrawEvaluationReply } from '#actions/withdraw-evaluation-reply'
import { resultOf } from '#domain/evaluation/result'
import type { EvaluationTask } from '#domain/evaluation/task'
import { agreement } from '#domain/exchange/evaluated'
import type { RecordPurpose } from '#domain/exchange/package'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { sectionsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { evaluationTasksOf, sheetsOf } from '#storage/evaluation-tasks'
import { initialsOf } from '#storage/initials'
import { unsentIn } from '#storage/unsent'
import { smallMarks, smallSystem, threeExperts } from '../storage/evaluation-world.ts'
import { by, soundContent } from '../storage/world.ts'
import { county, Machine, unitDuty } from './exchange-world.ts'

vi.mock('#desktop', () => import('./machine-desktop.ts'))

let [bureau, school] = [{} as Machine, {} as Machine]
let book = {} as YearBook
const names = {
  ...{ open: '校舍维修改造', secret: '人防指挥所改造工程' },
  ...{ asked: '食堂设备更新', arranged: '操场改造' },
} as const

async function approved(name: string, secret: boolean): Promise<string> {
  const content = {
    ...soundContent('u-school', name),
    code: `P26-${Object.values<string>(names).indexOf(name)}`,
    secret,
  }
  const id = await createGoal(book.id, 'u-school', 'project', 'general', by)
  const goal = await saveGoalDraft(id, 1, content, by)
  await db.goals.put({ ...goal, status: 'approved' })
  return id
}

/** A task that is being arranged, for three experts. */
async function arranged(goalId: string, name: string): Promise<EvaluationTask> {
  const object = { goalId, unitId: 'u-school', sectionId: '', name, code: '', kind: 'project' as const }
  const wanted = {
    ...{ object, scope: 'project' as const, level: 'fiscal' as const, system: smallSystem, agencyId: '' },
    ...{ startsOn: '2027-01-10' as const, dueOn: '2027-02-28' as const, experts: threeExperts },
    ...{ isBlind: false, calibrationId: '' },
  }
  return openEvaluationTask(book.id, wanted, by)
}

/** The same with a material that is listed, and words of the bureau's own. */
async function listed(goalId: string, name: string): Promise<EvaluationTask> {
  const opened = await arranged(goalId, name)
  const material = { id: 'm1', name: '验收报告', number: '1', note: '王某交来', indicatorIds: ['small-3'] }
  return saveEvaluationTask(
    opened.id,
    opened.revision,
    { materials: [{ ...material, attachment: null }], texts: { overview: '内部起草的报告文字' } },
    by,
  )
}

/** The same with its sheets open. */
async function scoring(goalId: string, name: string): Promise<string> {
  const { id, revision } = await listed(goalId, name)
  await openScoreSheets(id, revision, by, '请三位专家抓紧')
  return id
}

async function taskOf(id: string): Promise<EvaluationTask> {
  const task = await db.evaluationTasks.get(id)
  if (!task) throw new Error('it is here')
  return task
}

async function step(id: string, stepId: Parameters<typeof takeEvaluationTaskStep>[2]['id']): Promise<void> {
  const { revision } = await taskOf(id)
  await takeEvaluationTaskStep(id, revision, { id: stepId, opinion: '专家刘某打分偏低' }, by)
}

async function asked(id: string): Promise<void> {
  for (const [index, sheet] of (await sheetsOf(book.id, id)).entries()) {
    const marks = smallMarks(1000 + index * 20)
    const marked = await saveScoreSheet(sheet.id, sheet.revision, { marks }, by)
    await signScoreSheet(marked.id, marked.revision, by)
  }
  await step(id, 'finish-scoring')
  const { revision } = await taskOf(id)
  const problem = { id: 'p1', indicatorId: 'small-3', amount: null, owner: '第一小学', advice: '限期完成' }
  const evidence = [{ attachmentId: 'm1', page: 3, region: null }]
  const problems = [{ ...problem, text: '屋面返工', evidence }]
  await saveEvaluationTask(id, revision, { problems, recommendations: ['加强验收'] }, by)
  await step(id, 'ask-evaluated-unit')
}

async function carry(from: Machine, to: Machine, purpose: RecordPurpose) {
  const { bytes } = await from.send({ purpose, bookId: book.id, receiver: to.party })
  const { lines } = await to.rehearse(bytes)
  await to.take(bytes)
  return lines.filter(({ table }) => table === 'evaluationTasks')
}

let [open, secret] = ['', '']
let total: number | null = null

beforeAll(async () => {
  bureau = await Machine.make(county, async () => {
    const identity = {
      ...{ regionCode: '511922', regionName: '南江县', level: 'county' as const },
      ...{ office: '南江县财政局', section: '监督与绩效管理科' },
    }
    book = await createBook({ year: 2026, identity, rulesId: 'frame-2021', by })
    const [section] = await sectionsOf(book.id)
    const unit = { id: 'u-school', bookId: book.id, code: '205003', name: '第一小学', parentId: '' }
    await saveUnits(
      book.id,
      [{ ...unit, sectionId: section?.id ?? '', initials: initialsOf('第一小学') }],
      by,
    )
    open = await scoring(await approved(names.open, false), names.open)
    secret = await scoring(await approved(names.secret, true), names.secret)
    await listed(await approved(names.asked, false), names.asked)
    await arranged(await approved(names.arranged, false), names.arranged)
  })
  school = await Machine.make({ name: '第一小学', level: 'unit', regionCode: '511922', unitCode: '205003' })
  await bureau.trusts(school)
  await school.trusts(bureau)
  await carry(bureau, school, 'parameters')
})

/** What of the experts, their scores and the bureau's own talk stands in the unit's whole store. */
async function leaks(): Promise<string[]> {
  const tables = await Promise.all(db.tables.map((table) => table.toArray()))
  const all = JSON.stringify(tables)
  const experts = threeExperts.flatMap(({ expertId, name }) => [`"${expertId}"`, name])
  const inner = ['王某交来', '内部起草的报告文字', '专家刘某打分偏低', '请三位专家抓紧', names.secret, secret]
  return [...experts, ...inner].filter((word) => all.includes(word))
}

describe('the evaluated unit', { timeout: 120_000 }, () => {
  it('knows of an evaluation with its materials once they are listed, and nothing of a secret one', async () => {
    await carry(bureau, school, 'decision')
    await school.on(async () => {
      expect(await leaks()).toEqual([])
      const tasks = await evaluationTasksOf(book.id)
      expect(tasks.map(({ name, state }) => [name, state])).toEqual([
        [names.open, 'scoring'],
        [names.asked, 'preparing'],
      ])
      expect(tasks[1]).toMatchObject({ experts: [], texts: {}, materials: [{ name: '验收报告', note: '' }] })
      expect(tasks[0]).toMatchObject({
        experts: [],
        trail: [],
        problems: [],
        materials: [{ name: '验收报告' }],
      })
      expect(await db.scoreSheets.count()).toBe(0)
    })
  })

  it('is asked about the draft, to the point what the bureau has, without who gave what', async () => {
    total = await bureau.on(async () => {
      await asked(open)
      await asked(secret)
      return resultOf(await taskOf(open), await sheetsOf(book.id, open), rulesOf(book).evaluation).total
    })
    await carry(bureau, school, 'decision')
    await school.on(async () => {
      expect(await leaks()).toEqual([])
      const task = await taskOf(open)
      const result = resultOf(task, [], rulesOf(book).evaluation)
      expect(result).toMatchObject({ total, isFrozen: false, experts: 0 })
      expect(result.items.every(({ points, votes }) => points !== null && votes.length === 0)).toBe(true)
      expect(task).toMatchObject({ state: 'asked', recommendations: ['加强验收'] })
      expect(task.problems).toMatchObject([{ text: '屋面返工', evidence: [] }])
    })
  })

  it('takes an opinion back before it goes up', async () => {
    await school.on(async () => {
      const { revision } = await taskOf(open)
      const said = await replyEvaluation(open, revision, { about: '', text: '没有说对的话。' }, unitDuty)
      const [reply] = said.replies
      await withdrawEvaluationReply(open, said.revision, reply?.id ?? '', unitDuty)
      expect(await unsentIn(book.id)).toEqual({ total: 0, counts: {} })
    })
  })

  it('says its opinion, which comes up alone: nothing else of the task is its word', async () => {
    await school.on(async () => {
      const { revision } = await taskOf(open)
      const said = await replyEvaluation(open, revision, { about: 'p1', text: '屋面已返修。' }, unitDuty)
      expect(await unsentIn(book.id)).toEqual({ total: 1, counts: { opinions: 1 } })
      const forged = said.replies.map((reply) => ({ ...reply, decision: 'adopted' as const, answer: '同意' }))
      const better = said.draft && { ...said.draft, total: 10_000 }
      await db.evaluationTasks.put({
        ...said,
        ...{ replies: forged, state: 'concluded', problems: [], name: '别的项目' },
        ...(better ? { draft: better, frozen: better } : {}),
      })
    })
    await carry(school, bureau, 'report')
    await school.on(async () => {
      expect((await unsentIn(book.id)).total).toBe(0)
      const { replies, revision } = await taskOf(open)
      await expect(
        withdrawEvaluationReply(open, revision, replies[0]?.id ?? '', unitDuty),
      ).rejects.toMatchObject({ code: 'not-allowed' })
    })
    await bureau.on(async () => {
      const task = await taskOf(open)
      expect(task).toMatchObject({ state: 'asked', name: names.open, frozen: null })
      expect(task.experts).toEqual(threeExperts)
      expect(task.problems).toMatchObject([{ evidence: [{ page: 3 }] }])
      expect(task.replies).toMatchObject([{ text: '屋面已返修。', decision: '', answer: '' }])
    })
  })

  it('what was decided of its opinion comes with the conclusion; later words are refused', async () => {
    await bureau.on(async () => {
      const { revision, replies } = await taskOf(open)
      const decided = replies.map((reply) => ({
        ...reply,
        decision: 'refused' as const,
        answer: '仍有渗漏。',
      }))
      await saveEvaluationTask(open, revision, { replies: decided }, by)
    })
    await carry(bureau, school, 'decision')
    await school.on(async () => {
      const task = await taskOf(open)
      expect(task.replies).toMatchObject([{ decision: '', answer: '' }])
      await replyEvaluation(open, task.revision, { about: '', text: agreement, agrees: true }, unitDuty)
    })
    await bureau.on(() => step(open, 'conclude-evaluation'))
    const late = await carry(school, bureau, 'report')
    expect(late.filter(({ id }) => id === open)).toMatchObject([
      { verdict: 'refused', reason: '本机已不在征求意见，不再接收对方的意见' },
    ])
    await carry(bureau, school, 'decision')
    await school.on(async () => {
      expect(await leaks()).toEqual([])
      const task = await taskOf(open)
      expect(task).toMatchObject({ state: 'concluded', frozen: { grade: expect.any(String) } })
      // What the unit made of its own copy is gone: all but its opinions is the bureau's word.
      expect(task).toMatchObject({ name: names.open, problems: [{ text: '屋面返工' }] })
      expect([task.draft, task.frozen?.total === total]).toEqual([undefined, true])
      expect(task.replies[0]).toMatchObject({ decision: 'refused', answer: '仍有渗漏。' })
    })
  })
})

import { describe, expect, it } from 'vitest'
import { openSecondRound } from '#actions/open-second-round'
import { replyEvaluation } from '#actions/reply-evaluation'
import { saveEvaluationTask } from '#actions/save-evaluation-task'
import { saveScoreSheet } from '#actions/save-score-sheet'
import { signScoreSheet } from '#actions/sign-score-sheet'
import { takeEvaluationTaskStep } from '#actions/take-evaluation-task-step'
import { withdrawEvaluationReply } from '#actions/withdraw-evaluation-reply'
import { resultOfTask } from '#domain/applications/propose'
import { conclusionProblems, deductionsOf, draftedProblems } from '#domain/evaluation/findings'
import { resultOf } from '#domain/evaluation/result'
import type { TaskStep } from '#domain/evaluation/task-flow'
import { rulesOf } from '#domain/year-rules'
import { db } from '#storage/database'
import { evaluationTaskById, sheetsOf } from '#storage/evaluation-tasks'
import { combiningTask, smallMarks, taskIn } from '../storage/evaluation-world.ts'
import { acting, by } from '../storage/world.ts'

const ask: TaskStep = { id: 'ask-evaluated-unit', opinion: '' }
const conclude: TaskStep = { id: 'conclude-evaluation', opinion: '' }
const ofUnit = acting('unit', '205003')

describe('the second round', () => {
  it('asks all experts again for the disputed item alone, and counts in place of the first', async () => {
    const { book, task } = await combiningTask()
    const rules = rulesOf(book).evaluation
    const before = resultOf(task, await sheetsOf(book.id, task.id), rules)
    expect(before.toRescore).toEqual(['small-3'])
    const second = await openSecondRound(task.id, task.revision, by)
    expect(second.map(({ round, asked, signedAt }) => [round, asked, signedAt])).toEqual(
      Array.from({ length: 3 }, () => [2, ['small-3'], '']),
    )
    await expect(takeEvaluationTaskStep(task.id, task.revision, ask, by)).rejects.toMatchObject({
      code: 'condition-unmet',
    })
    for (const sheet of second) {
      const marks = Object.fromEntries(Object.entries(smallMarks(3200)).filter(([id]) => id === 'small-3'))
      const marked = await saveScoreSheet(sheet.id, sheet.revision, { marks }, by)
      await signScoreSheet(marked.id, marked.revision, by)
    }
    const after = resultOf(task, await sheetsOf(book.id, task.id), rules)
    const item = after.items.find(({ indicator }) => indicator.id === 'small-3')
    expect(item).toMatchObject({ points: 3200, isDisputed: false, isRescored: true })
    expect(after.toRescore).toEqual([])
    expect((await takeEvaluationTaskStep(task.id, task.revision, ask, by)).state).toBe('asked')
  })

  it('is refused twice, where nothing is disputed, and outside of 汇总中', async () => {
    const { task } = await combiningTask()
    await openSecondRound(task.id, task.revision, by)
    await expect(openSecondRound(task.id, task.revision, by)).rejects.toMatchObject({ code: 'not-allowed' })
    const agreed = await combiningTask([3600, 3400, 3500])
    await expect(openSecondRound(agreed.task.id, agreed.task.revision, by)).rejects.toMatchObject({
      code: 'not-allowed',
    })
    const asked = await taskIn('asked')
    await expect(openSecondRound(asked.task.id, asked.task.revision, by)).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})

describe('the exchange of opinions', () => {
  it('lets the unit speak only while it is asked, about its own task', async () => {
    const { task } = await taskIn('asked')
    const said = { about: 'small-3', text: ' 返工是暴雨所致。 ' }
    const replied = await replyEvaluation(task.id, task.revision, said, ofUnit)
    expect(replied.replies).toMatchObject([{ about: 'small-3', text: '返工是暴雨所致。', decision: '' }])
    await expect(
      replyEvaluation(task.id, replied.revision, said, acting('unit', '999999')),
    ).rejects.toMatchObject({ code: 'out-of-reach' })
    await expect(
      replyEvaluation(task.id, replied.revision, { ...said, text: ' ' }, ofUnit),
    ).rejects.toMatchObject({ code: 'entry-faulty' })
    const early = await combiningTask()
    await expect(replyEvaluation(early.task.id, early.task.revision, said, ofUnit)).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })

  it('lets the unit take an opinion back until it is decided on, and nobody else', async () => {
    const { task } = await taskIn('asked')
    const said = { about: '', text: '请复核。' }
    const replied = await replyEvaluation(task.id, task.revision, said, ofUnit)
    const id = replied.replies[0]?.id ?? ''
    const take = (revision: number, actor = ofUnit) => withdrawEvaluationReply(task.id, revision, id, actor)
    await expect(take(replied.revision, by)).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(take(replied.revision, acting('unit', '999999'))).rejects.toMatchObject({
      code: 'out-of-reach',
    })
    const taken = await take(replied.revision)
    expect(taken.replies).toEqual([])
    expect((await db.audit.toCollection().last())?.summary).toBe(`撤回对评价情况的意见：${task.name}`)
    await expect(take(taken.revision)).rejects.toMatchObject({ code: 'not-found' })
    const again = await replyEvaluation(task.id, taken.revision, said, ofUnit)
    const decided = again.replies.map((reply) => ({ ...reply, decision: 'adopted' as const }))
    const answered = await saveEvaluationTask(task.id, again.revision, { replies: decided }, by)
    await expect(
      withdrawEvaluationReply(task.id, answered.revision, decided[0]?.id ?? '', ofUnit),
    ).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('keeps the conclusion back until each reply is decided, a refusal with its reason', async () => {
    const { task } = await taskIn('asked')
    const replied = await replyEvaluation(task.id, task.revision, { about: '', text: '请复核。' }, ofUnit)
    await expect(takeEvaluationTaskStep(task.id, replied.revision, conclude, by)).rejects.toMatchObject({
      code: 'condition-unmet',
    })
    const decide = (decision: 'refused' | 'adopted', answer: string) => ({
      replies: replied.replies.map((reply) => ({ ...reply, decision, answer })),
    })
    expect(conclusionProblems({ ...replied, ...decide('refused', ' ') })).toHaveLength(1)
    expect(conclusionProblems({ ...replied, ...decide('adopted', '') })).toEqual([])
    const answered = await saveEvaluationTask(
      task.id,
      replied.revision,
      decide('refused', '现场核实属实。'),
      by,
    )
    const concluded = await takeEvaluationTaskStep(task.id, answered.revision, conclude, by)
    expect(concluded).toMatchObject({ state: 'concluded', frozen: { grade: 'good' } })
  })
})

describe('a concluded result', () => {
  it('stays what it was, whatever the sheets become, until it is reopened with a reason', async () => {
    const { book, task } = await taskIn('asked')
    const concluded = await takeEvaluationTaskStep(task.id, task.revision, conclude, by)
    const rules = rulesOf(book).evaluation
    const [sheet] = await sheetsOf(book.id, task.id)
    if (sheet) await db.scoreSheets.put({ ...sheet, marks: smallMarks(0) })
    const result = resultOf(concluded, await sheetsOf(book.id, task.id), rules)
    expect(result).toMatchObject({ isFrozen: true, total: concluded.frozen?.total, grade: 'good' })
    expect(result.items.map(({ points }) => points)).toEqual(Object.values(concluded.frozen?.points ?? {}))
    const reopen = { id: 'reopen-evaluation', opinion: '' } as const
    await expect(takeEvaluationTaskStep(task.id, concluded.revision, reopen, by)).rejects.toMatchObject({
      code: 'opinion-missing',
    })
    const again = { ...reopen, opinion: '数据有误' }
    await takeEvaluationTaskStep(task.id, concluded.revision, again, by)
    expect((await evaluationTaskById(task.id))?.frozen).toBeNull()
  })
})

describe('the problem list', () => {
  it('is drafted from the reasons of lost points, once an indicator, and keeps what is there', async () => {
    const { book, task, sheets } = await combiningTask()
    const deductions = deductionsOf(task, sheets, rulesOf(book).evaluation)
    expect(deductions).toEqual([
      {
        ...{ indicatorId: 'small-3', lost: 2200, reasons: ['有两处返工'] },
        evidence: [{ attachmentId: 'm1', page: 1, region: null }],
      },
    ])
    const made = { nextId: () => 'p1', owner: '南江县第一小学' }
    const drafted = draftedProblems([], deductions, made)
    expect(drafted).toMatchObject([{ id: 'p1', text: '有两处返工。', owner: '南江县第一小学', amount: null }])
    expect(draftedProblems(drafted, deductions, made)).toEqual([])
    expect(
      conclusionProblems({ replies: [], problems: drafted.map((each) => ({ ...each, owner: '' })) }),
    ).toHaveLength(1)
  })

  it('is said once where the result is applied, however many indicators lost for the same reason', async () => {
    const { task } = await taskIn('asked')
    const concluded = await takeEvaluationTaskStep(task.id, task.revision, conclude, by)
    const problem = {
      indicatorId: '',
      text: '有两处返工。',
      amount: null,
      owner: '',
      advice: '',
      evidence: [],
    }
    const problems = ['p1', 'p2'].map((id) => ({ ...problem, id }))
    const found = resultOfTask({ ...concluded, problems, recommendations: [] }, undefined)
    expect(found?.source.said).toBe('有两处返工。')
  })

  it('speaks of what nobody could prove as well: it is missing in the result', async () => {
    const { book, task, sheets } = await combiningTask()
    const unproven = { answer: { kind: 'unproven' as const }, reason: '没有签到表', evidence: [] }
    const doubting = sheets.map((sheet) => ({ ...sheet, marks: { ...sheet.marks, 'small-1': unproven } }))
    const [first] = deductionsOf(task, doubting, rulesOf(book).evaluation)
    expect(first).toMatchObject({ indicatorId: 'small-1', reasons: ['没有签到表'] })
    expect(first?.lost).toBeGreaterThan(0)
  })
})

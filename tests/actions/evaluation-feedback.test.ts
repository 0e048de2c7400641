import { describe, expect, it } from 'vitest'
import { replyEvaluation } from '#actions/reply-evaluation'
import { saveEvaluationTask } from '#actions/save-evaluation-task'
import { takeEvaluationTaskStep } from '#actions/take-evaluation-task-step'
import { takeFeedbackStep } from '#actions/take-feedback-step'
import { draftedFeedback, feedbackOf } from '#domain/evaluation/feedback'
import { askedTurn } from '#domain/evaluation/findings'
import { diffTask } from '#domain/evaluation/task-compare'
import { taskFlowOf } from '#domain/evaluation/task-flow'
import type { Duty } from '#domain/people/duties'
import { holderName } from '#domain/workflow'
import { db } from '#storage/database'
import { todosOf } from '#storage/todo'
import { taskIn } from '../storage/evaluation-world.ts'
import { acting, by } from '../storage/world.ts'
import { concludedGovernment } from './evaluation-result-world.ts'

const day = 86_400_000
const budget = acting('budget')
const performance = acting('performance')

async function waiting(bookId: string, duty: Duty, since: string, days = 0, scope = '') {
  const now = new Date(Date.parse(since) + days * day).toISOString()
  return (await todosOf(bookId, by, [{ duty, scope }], now)).filter(({ kind }) =>
    kind.startsWith('evaluation'),
  )
}

describe('the result of a government’s budget', () => {
  it('goes from 预算科 to 监督与绩效管理科, who receives and answers it', async () => {
    const { book, task } = await concludedGovernment()
    expect(await waiting(book.id, 'budget', task.heldSince, 10)).toMatchObject([
      { kind: 'evaluationFeedbacks', word: '待反馈', overdue: 0 },
    ])
    expect(await waiting(book.id, 'budget', task.heldSince, 11)).toMatchObject([{ overdue: 1, longest: 1 }])
    expect(await waiting(book.id, 'performance', task.heldSince)).toEqual([])

    const send = { id: 'send-evaluation-feedback', opinion: '得 86.5 分，存量资金盘活不足。' } as const
    const sent = await takeFeedbackStep(task.id, task.revision, send, budget)
    expect(sent.feedback).toMatchObject({ state: 'sent', opinion: send.opinion, answer: '' })
    expect(await waiting(book.id, 'budget', task.heldSince)).toEqual([])
    expect(await waiting(book.id, 'performance', task.heldSince)).toMatchObject([{ word: '待接收' }])

    const receive = { id: 'receive-evaluation-feedback', opinion: '' } as const
    const received = await takeFeedbackStep(task.id, sent.revision, receive, performance)
    const answer = { id: 'answer-evaluation-feedback', opinion: '建议与转移支付分配挂钩。' } as const
    const done = await takeFeedbackStep(task.id, received.revision, answer, performance)
    expect(done.feedback).toMatchObject({ state: 'answered', opinion: send.opinion, answer: answer.opinion })
    expect(done.trail.map(({ verb }) => verb).slice(-3)).toEqual(['反馈结果', '接收', '答复'])
    expect(await waiting(book.id, 'performance', task.heldSince)).toEqual([])
    expect(diffTask(task, done)).toMatchObject([{ label: '结果反馈', from: '' }])
  })

  it('needs words, its order and its duty', async () => {
    const { task } = await concludedGovernment()
    const step = (id: Parameters<typeof takeFeedbackStep>[2]['id'], opinion: string, actor = budget) =>
      takeFeedbackStep(task.id, task.revision, { id, opinion }, actor)
    await expect(step('send-evaluation-feedback', ' ')).rejects.toMatchObject({ code: 'opinion-missing' })
    await expect(step('send-evaluation-feedback', '结果', performance)).rejects.toMatchObject({
      code: 'not-permitted',
    })
    await expect(step('answer-evaluation-feedback', '建议', performance)).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(
      takeFeedbackStep(
        task.id,
        task.revision + 1,
        { id: 'send-evaluation-feedback', opinion: '结果' },
        budget,
      ),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  it('comes back with what was said, and goes with the conclusion that it rests on', async () => {
    const { task } = await concludedGovernment()
    const send = { id: 'send-evaluation-feedback', opinion: '结果' } as const
    const sent = await takeFeedbackStep(task.id, task.revision, send, budget)
    const back = { id: 'return-evaluation-feedback', opinion: '请补充金额' } as const
    const returned = await takeFeedbackStep(task.id, sent.revision, back, performance)
    expect(returned.feedback).toMatchObject({ state: 'due', opinion: '结果' })
    const reopen = { id: 'reopen-evaluation', opinion: '决算数有更正' } as const
    const open = await takeEvaluationTaskStep(task.id, returned.revision, reopen, performance)
    expect(open.feedback).toBeUndefined()
    expect(feedbackOf(open)).toBeNull()
    expect(open.trail.map(({ verb }) => verb)).toContain('退回补充')
  })

  it('is asked of no other kind of object, and not before the conclusion', async () => {
    const { task } = await taskIn('concluded')
    const send = { id: 'send-evaluation-feedback', opinion: '结果' } as const
    await expect(takeFeedbackStep(task.id, task.revision, send, budget)).rejects.toMatchObject({
      code: 'not-allowed',
    })
    const government = await concludedGovernment()
    await db.evaluationTasks.put({ ...government.task, state: 'asked' })
    const early = takeFeedbackStep(government.task.id, government.task.revision, send, budget)
    await expect(early).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('is drafted from the conclusion, with problems, amounts and advice', async () => {
    const { task } = await concludedGovernment()
    const problem = { id: 'p', indicatorId: '', owner: '', advice: '', evidence: [] }
    const problems = [{ ...problem, text: '结转偏大。', amount: 12_340_000 }]
    expect(draftedFeedback({ ...task, problems, recommendations: ['加快支出；'] })).toBe(
      '南江县政府预算绩效评价得 86.5 分，等级为“良”。主要问题：结转偏大（涉及 12.34 万元）。建议：加快支出。',
    )
    expect(draftedFeedback(task)).toContain('评价没有列出问题。')
    expect(draftedFeedback({ ...task, frozen: null })).toBe('')
  })
})

describe('what a unit is asked', () => {
  it('waits for the unit, then for the decision, then for the conclusion', async () => {
    const { book, task } = await taskIn('asked')
    const unit = (days = 0) => waiting(book.id, 'unit', task.heldSince, days, '205003')
    const bureau = (days = 0) => waiting(book.id, 'performance', task.heldSince, days)
    expect(await unit()).toMatchObject([{ kind: 'evaluationOpinions', word: '待提出意见', overdue: 0 }])
    expect(await bureau(10)).toEqual([])
    // Days over without a word: the conclusion waits for the bureau, and the unit still sees its own delay.
    expect(await bureau(11)).toMatchObject([{ kind: 'evaluationTasks', state: 'asked', overdue: 1 }])
    expect(await unit(11)).toMatchObject([{ overdue: 1 }])

    const said = { about: '', text: '返工是暴雨所致。' }
    const replied = await replyEvaluation(task.id, task.revision, said, acting('unit', '205003'))
    expect(await unit()).toEqual([])
    expect(await bureau()).toMatchObject([{ kind: 'evaluationOpinions', word: '待处理单位意见', count: 1 }])
    const replies = replied.replies.map((reply) => ({ ...reply, decision: 'adopted' }) as const)
    await saveEvaluationTask(task.id, replied.revision, { replies }, by)
    expect(await bureau()).toMatchObject([{ kind: 'evaluationTasks', state: 'asked' }])
  })

  it('is over at once for a unit that has nothing to say', async () => {
    const { book, task } = await taskIn('asked')
    const none = { about: '', text: '没有意见。', agrees: true }
    await replyEvaluation(task.id, task.revision, none, acting('unit', '205003'))
    expect(await waiting(book.id, 'performance', task.heldSince)).toMatchObject([
      { kind: 'evaluationTasks', state: 'asked' },
    ])
    expect(await waiting(book.id, 'unit', task.heldSince, 0, '205003')).toEqual([])
    expect(await waiting(book.id, 'unit', task.heldSince, 0, '205009')).toEqual([])
  })

  it('a government’s budget is in 预算科’s hands, and waits for no unit', async () => {
    const { task } = await concludedGovernment()
    const asked = { ...task, state: 'asked' } as const
    await db.evaluationTasks.put(asked)
    expect(askedTurn(asked, false)).toBe('conclusion')
    expect(holderName(taskFlowOf(asked), 'asked')).toBe('预算')
    expect(await waiting(task.bookId, 'budget', task.heldSince)).toMatchObject([{ state: 'asked' }])
    expect(await waiting(task.bookId, 'performance', task.heldSince)).toEqual([])
  })
})

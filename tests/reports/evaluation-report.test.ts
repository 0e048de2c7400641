import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { saveEvaluationTask } from '#actions/save-evaluation-task'
import { saveSurvey } from '#actions/save-survey'
import { takeEvaluationTaskStep } from '#actions/take-evaluation-task-step'
import { reportOutline, reportTexts } from '#domain/evaluation/report-texts'
import type { EvaluationTask } from '#domain/evaluation/task'
import type { TaskContent } from '#domain/evaluation/task-flow'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { evaluationResultWorkbook } from '#excel/write-evaluation-result'
import { evaluationReport } from '#reports/evaluation-report'
import { reportFacts } from '#storage/evaluation-results'
import { sheetsOf } from '#storage/evaluation-tasks'
import { talliedSurvey } from '../actions/survey-world.ts'
import { combiningTask } from '../storage/evaluation-world.ts'
import { by } from '../storage/world.ts'

async function factsOf(task: EvaluationTask, book: YearBook) {
  return reportFacts(task, await sheetsOf(book.id, task.id), book, rulesOf(book))
}

const problem = {
  ...{ id: 'p1', indicatorId: 'small-3', text: '有两处返工', amount: 1_234_500, owner: '南江县第一小学' },
  ...{ advice: '建立验收制度', evidence: [] },
}

/** A task with problem, recommendation, reply and questionnaire, asked about. */
async function askedWorld(change: Partial<TaskContent> = {}) {
  const { book, task } = await combiningTask([3600, 3400, 3500])
  await saveSurvey(book.id, null, talliedSurvey({ taskId: task.id }), by)
  const written = { problems: [problem], recommendations: ['明确管护责任'], ...change }
  const saved = await saveEvaluationTask(task.id, task.revision, written, by)
  const asked = await takeEvaluationTaskStep(
    task.id,
    saved.revision,
    { id: 'ask-evaluated-unit', opinion: '' },
    by,
  )
  const replies = [
    { id: 'r1', about: 'p1', text: '返工是暴雨所致', decision: 'partly', answer: '已核减一处' },
  ] as const
  return { book, task: await saveEvaluationTask(task.id, asked.revision, { replies }, by) }
}

async function textOf(task: EvaluationTask, book: YearBook): Promise<string> {
  const given = { facts: await factsOf(task, book), pictures: [], writtenOn: '2027-03-01' }
  const parts = unzipSync(await evaluationReport(given))
  return strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '')
}

it('has the seven chapters of the outline in their order, and all annexes', async () => {
  const { book, task } = await askedWorld()
  const text = await textOf(task, book)
  const places = reportOutline({ task }).map(({ title }, index) =>
    text.indexOf(`${['一', '二', '三', '四', '五', '六', '七'][index]}、${title}`),
  )
  expect(places).toHaveLength(7)
  expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true)
  for (const part of [
    '（征求意见稿）',
    '综合得分 95.00 分，评价等级为“优”',
    '决策得 30 分（满分 30 分）',
    '工程质量：满分 40 分，得 35 分。有两处返工。',
    '1. 有两处返工。涉及金额 1.23 万元。责任主体：南江县第一小学。',
    '1. 明确管护责任。',
    '2. 建立验收制度。',
    '收到 1 条，部分采纳 1 条',
    '附件 1',
    '绩效评价评分表',
    '专家评分汇总表',
    '问题清单',
    '征求意见及采纳情况表',
    '返工是暴雨所致',
    '满意度问卷汇总表',
    '有效问卷 278 份',
    '±5.00 个百分点',
    '2027年3月1日',
  ])
    expect([part, text.includes(part)]).toEqual([part, true])
})

it('says what a person wrote in place of the draft, and leaves out annexes that are empty', async () => {
  const { book, task } = await combiningTask([4000, 4000, 4000])
  const saved = await saveEvaluationTask(
    task.id,
    task.revision,
    { texts: { practice: '实行项目法人责任制。' } },
    by,
  )
  const text = await textOf(saved, book)
  expect(text).toContain('实行项目法人责任制。')
  expect(text).not.toContain('个指标得满分')
  expect(text).not.toContain('附件 3')
  expect(text).toContain('没有发现突出问题。')
})

it('is no draft any more once concluded, and draws from the frozen result', async () => {
  const { book, task } = await askedWorld()
  const concluded = await takeEvaluationTaskStep(
    task.id,
    task.revision,
    { id: 'conclude-evaluation', opinion: '' },
    by,
  )
  const text = await textOf(concluded, book)
  expect(text).not.toContain('征求意见稿')
  expect(text).toContain('95.00 分')
})

it('drafts every part of the outline, whatever the task lacks', async () => {
  const { book, task } = await combiningTask()
  const { texts } = reportTexts(await factsOf({ ...task, goalId: '', unitId: '' }, book))
  const ids = reportOutline({ task }).flatMap(({ parts }) => parts.map(({ id }) => id))
  expect(ids.every((id) => (texts[id] ?? '') !== '')).toBe(true)
})

it('gives the scores as a workbook that can be read back', async () => {
  const { book, task } = await askedWorld()
  const bytes = await evaluationResultWorkbook(await factsOf(task, book))
  const { SheetNames, Sheets } = read(bytes)
  expect(SheetNames).toEqual(['评分表', '专家宽严', '问题清单', '征求意见'])
  const rows = SheetNames.map((name) => utils.sheet_to_csv(Sheets[name] ?? {}))
  expect(rows[0]).toContain('工程质量,40,36,34,35,35')
  expect(rows[2]).toContain('有两处返工,1.23 ,南江县第一小学,建立验收制度')
  expect(rows[3]).toContain('返工是暴雨所致,部分采纳,已核减一处')
})

import { expect, it } from 'vitest'
import { saveEvaluationRules } from '#actions/save-evaluation-rules'
import { saveOwnRules } from '#actions/save-own-rules'
import { takeEvaluationTaskStep } from '#actions/take-evaluation-task-step'
import { coverageObjects } from '#domain/evaluation/coverage-objects'
import { withOwnEvaluation } from '#domain/evaluation/own-rules'
import { planLines } from '#domain/evaluation/plan-list'
import { rehearseEvaluation } from '#domain/evaluation/rehearsal'
import { rulesById, rulesOf } from '#domain/year-rules'
import { bookById } from '#storage/books'
import { coverageFacts } from '#storage/evaluation-plan'
import { combiningTask } from '../storage/evaluation-world.ts'
import { by, freshBook, freshDatabase } from '../storage/world.ts'

it('keeps what a bureau set beside its lines of monitoring, and gives the pack back', async () => {
  await freshDatabase()
  const { book } = await freshBook()
  await saveOwnRules(book.id, 0, { lines: null, numbers: { 'gap-yellow': 12 } }, '按市局通知', by)
  const saved = await saveEvaluationRules(book.id, 0, { 'grade-good': 75, capacity: 10 }, ' 本地实际 ', by)
  expect(saved.ownEvaluation).toMatchObject({
    numbers: { 'grade-good': 75 },
    revision: 1,
    reason: '本地实际',
  })
  const rules = rulesOf(saved)
  expect(rules.evaluation.bands.good).toBe(75)
  expect(rules).toMatchObject({ ownRevision: 1, evaluationRevision: 1 })
  expect(rules.monitoring.gap.yellow).toBe(12)

  await expect(saveEvaluationRules(book.id, 0, {}, '恢复', by)).rejects.toMatchObject({
    code: 'changed-meanwhile',
  })
  const back = await saveEvaluationRules(book.id, 1, {}, '恢复', by)
  expect(back.ownEvaluation).toMatchObject({ numbers: {}, revision: 2 })
  expect(rulesOf(back).evaluation).toBe(rulesById('frame-2021').evaluation)
  expect(back.ownRules?.numbers).toEqual({ 'gap-yellow': 12 })
})

it('refuses contradicting lines and a change without a reason', async () => {
  await freshDatabase()
  const { book } = await freshBook()
  const bad = saveEvaluationRules(book.id, 0, { 'grade-medium': 80 }, '理由', by)
  await expect(bad).rejects.toMatchObject({ code: 'entry-faulty' })
  const mute = saveEvaluationRules(book.id, 0, { 'grade-medium': 65 }, ' ', by)
  await expect(mute).rejects.toMatchObject({ code: 'entry-faulty' })
  expect((await bookById(book.id))?.ownEvaluation).toBeUndefined()
})

it('rehearses what is not concluded, and a conclusion remembers under which change it was made', async () => {
  const { book, task, sheets } = await combiningTask([3600, 3400, 1800])
  const rules = rulesOf(book)
  const after = (wanted: Parameters<typeof withOwnEvaluation>[1]) => ({
    ...rules,
    evaluation: withOwnEvaluation(rules.evaluation, wanted),
  })
  const world = { tasks: [task], sheets, forms: [], facts: await coverageFacts(book) }
  expect(rehearseEvaluation(world, rules, rules).results).toEqual([])
  // 89.33 points are 良; the third sheet is 45 % of the item's mark away from the first.
  expect(rehearseEvaluation(world, rules, after({ 'grade-excellent': 89 })).results).toMatchObject([
    { what: '评价等级', from: '良', to: '优' },
  ])
  expect(rehearseEvaluation(world, rules, after({ 'grade-excellent': 91 })).results).toEqual([])
  expect(rehearseEvaluation(world, rules, after({ 'spread-dispute': 45 })).results).toMatchObject([
    { what: '第二轮指标', from: '1 个', to: '0 个' },
  ])
  expect(rehearseEvaluation(world, rules, after({ 'spread-dispute': 44 })).results).toEqual([])

  await saveEvaluationRules(book.id, 0, { 'grade-excellent': 89 }, '本地实际', by)
  const step = (id: 'ask-evaluated-unit' | 'conclude-evaluation') => ({ id, opinion: '' }) as const
  const asked = await takeEvaluationTaskStep(task.id, task.revision, step('ask-evaluated-unit'), by)
  const done = await takeEvaluationTaskStep(task.id, asked.revision, step('conclude-evaluation'), by)
  expect(done.frozen).toMatchObject({ grade: 'excellent', ownRevision: 1 })
  const concluded = { ...world, tasks: [done] }
  expect(rehearseEvaluation(concluded, rules, after({ 'grade-excellent': 99 })).results).toEqual([])
})

it('counts what is covered as the plan of the year does: before what is evaluated in the year', async () => {
  await freshDatabase()
  const { book } = await freshBook()
  const rules = rulesOf(book)
  const { coverage } = rules.evaluation
  const bare = await coverageFacts(book)
  const keys = coverageObjects(bare, coverage).map(({ key }) => key)
  const known = keys.map((key) => ({ key, year: book.year, grade: '', source: 'planned' }) as const)
  const facts = { ...bare, known }
  const plan = { capacity: 0, items: [] }
  const { lines } = planLines(coverageObjects(facts, coverage), book.year, plan, coverage)
  expect(lines.length).toBeGreaterThan(0)
  const rehearsed = rehearseEvaluation({ tasks: [], sheets: [], forms: [], facts }, rules, rules)
  for (const { state, before } of rehearsed.coverage)
    expect(before, state).toBe(lines.filter((line) => line.coverage.state === state).length)
})

import { beforeEach, expect, it } from 'vitest'
import { createBook } from '#actions/create-book'
import { createGoal } from '#actions/create-goal'
import { openEvaluationTask } from '#actions/open-evaluation-task'
import { saveEvaluationPlan } from '#actions/save-evaluation-plan'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveUnits } from '#actions/save-units'
import { takeEvaluationPlanStep } from '#actions/take-evaluation-plan-step'
import { coverageObjects } from '#domain/evaluation/coverage-objects'
import { goalObject } from '#domain/evaluation/open-task'
import { chosenItems, type PlanStep } from '#domain/evaluation/plan'
import { differs, planLines, planProblems, withItems } from '#domain/evaluation/plan-list'
import { templatesFor } from '#domain/evaluation/templates'
import { rulesOf } from '#domain/year-rules'
import { auditOf } from '#storage/audit'
import { unitsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { coverageFacts, knownEvaluations, planOf } from '#storage/evaluation-plan'
import { demoWorld } from '../storage/demo-world.ts'
import { wantedTask } from '../storage/evaluation-world.ts'
import { by, freshBook, freshDatabase, soundContent } from '../storage/world.ts'
import { issuedPlan, linesOf, proposedPlan } from './evaluation-plan-world.ts'

beforeEach(freshDatabase)

const issue: PlanStep = { id: 'issue-evaluation-plan', opinion: '' }

async function bookWithProject() {
  const { book, units } = await freshBook()
  const content = { ...soundContent(units[1].id), code: '5119220001' }
  const id = await createGoal(book.id, content.unitId, content.kind, content.book, by)
  await saveGoalDraft(id, 1, content, by)
  await db.goals.update(id, { status: 'approved' })
  return book
}

it('keeps the proposed list, issues it and refuses changes until it is taken back with a reason', async () => {
  const book = await bookWithProject()
  const plan = await issuedPlan(book)
  expect(plan).toMatchObject({ state: 'issued', revision: 2 })
  expect(plan.items.map(({ name }) => name)).toEqual([
    '南江县政府预算',
    '义务教育营养改善计划',
    '南江县教育局',
  ])
  await expect(saveEvaluationPlan(book.id, 2, { capacity: 3 }, by)).rejects.toMatchObject({
    code: 'not-allowed',
  })
  const reopen: PlanStep = { id: 'reopen-evaluation-plan', opinion: ' ' }
  await expect(takeEvaluationPlanStep(book.id, 2, reopen, by)).rejects.toMatchObject({
    code: 'opinion-missing',
  })
  await takeEvaluationPlanStep(book.id, 2, { ...reopen, opinion: '追加一个政策' }, by)
  expect(await planOf(book.id)).toMatchObject({ state: 'draft', issuedAt: '', revision: 3 })
})

it('refuses to issue a list that differs without a note, and names what is missing', async () => {
  const book = await bookWithProject()
  const plan = await proposedPlan(book)
  const [first] = plan.items
  if (!first) throw new Error('no item')
  const items = withItems(plan.items, [{ ...first, decision: 'dropped' }])
  await saveEvaluationPlan(book.id, 1, { items }, by)
  const refused = takeEvaluationPlanStep(book.id, 2, issue, by)
  await expect(refused).rejects.toMatchObject({ code: 'entry-faulty' })
  expect(await planOf(book.id)).toMatchObject({ state: 'draft', revision: 2 })
})

it('refuses a plan seen at another revision and a capacity that is no number of evaluations', async () => {
  const book = await bookWithProject()
  await proposedPlan(book)
  await expect(saveEvaluationPlan(book.id, 0, {}, by)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  for (const capacity of [0, -1, 1.5, Number.NaN])
    await expect(saveEvaluationPlan(book.id, 1, { capacity }, by)).rejects.toMatchObject({
      code: 'entry-faulty',
    })
})

it('says in the trail which object was dropped, and why', async () => {
  const book = await bookWithProject()
  const plan = await proposedPlan(book)
  const [first] = plan.items
  if (!first) throw new Error('no item')
  const items = withItems(plan.items, [{ ...first, decision: 'dropped', note: '市局统一组织' }])
  await saveEvaluationPlan(book.id, 1, { items }, by)
  const entries = await auditOf(plan.id)
  const fields = entries.flatMap(({ changes }) => changes.flatMap((change) => change.fields))
  expect(fields).toContainEqual(
    expect.objectContaining({
      label: '南江县政府预算',
      from: '列入，财政评价',
      to: '不列入，财政评价，市局统一组织',
    }),
  )
})

it('finds what an earlier book of the region planned, concluded or entered, by code and not by id', async () => {
  const book = await bookWithProject()
  const old = await createBook({ year: 2024, identity: book.identity, rulesId: 'frame-2021', by })
  const elsewhere = { ...book.identity, regionCode: '511921' }
  const foreign = await createBook({ year: 2023, identity: elsewhere, rulesId: 'frame-2021', by })
  const units = await unitsOf(book.id)
  await saveUnits(
    old.id,
    units.map((unit) => ({
      ...unit,
      id: `old-${unit.id}`,
      bookId: old.id,
      parentId: unit.parentId && `old-${unit.parentId}`,
    })),
    by,
  )
  await issuedPlan(old)
  await saveEvaluationPlan(
    foreign.id,
    0,
    { past: [{ key: 'department:205001', year: 2022, grade: 'poor' }] },
    by,
  )
  const past = [{ key: 'code:5119220001', year: 2023, grade: 'medium' as const }]
  await saveEvaluationPlan(book.id, 0, { past }, by)
  const known = await knownEvaluations(book)
  expect(known.toSorted((a, b) => a.year - b.year)).toEqual([
    { ...past[0], source: 'entered' },
    { key: 'government:511922', year: 2024, grade: '', source: 'planned' },
    { key: 'department:205001', year: 2024, grade: '', source: 'planned' },
  ])
  const lines = await linesOf(book)
  const of = (key: string) => lines.find(({ object }) => object.key === key)
  expect(of('department:205001')?.coverage).toMatchObject({ last: 2024, dueIn: 2028, state: 'covered' })
  expect(of('code:5119220001')).toMatchObject({ coverage: { last: 2023 }, object: { lastGrade: 'medium' } })
})

it('gives the demo a plan for each finished year that could be issued as it stands', {
  timeout: 60_000,
}, async () => {
  const newest = await demoWorld()
  const books = await db.books.toArray()
  for (const year of [2024, 2025]) {
    const book = books.find((each) => each.year === year)
    const plan = book && (await planOf(book.id))
    if (!plan) throw new Error(`no plan of ${year}`)
    const coverage = rulesOf(book).evaluation.coverage
    const { lines } = planLines(coverageObjects(await coverageFacts(book), coverage), year, plan, coverage)
    expect(planProblems(plan, lines, coverage).filter(({ severity }) => severity === 'error')).toEqual([])
    expect(chosenItems(plan)).toHaveLength(10)
    expect(plan.items.filter(differs).every(({ note }) => note !== '')).toBe(true)
  }
  expect(await planOf(newest.id)).toBeNull()
})

it('names the task that was opened of a chosen object, of its level alone and once', async () => {
  const book = await bookWithProject()
  await issuedPlan(book)
  const [goal] = await db.goals.toArray()
  if (!goal) throw new Error('the book has a goal')
  const object = goalObject(goal, '')
  await openEvaluationTask(book.id, wantedTask(object, { level: 'department' }), by)
  const taskOf = async () =>
    (await planOf(book.id))?.items.find(({ objectId }) => objectId === goal.id)?.taskId
  expect(await taskOf()).toBe('')
  const fiscal = await openEvaluationTask(book.id, wantedTask(object), by)
  expect(await taskOf()).toBe(fiscal.id)
})

it('does not take the evaluation of a fund budget for one of the general budget', async () => {
  const book = await bookWithProject()
  const object = { goalId: '', unitId: '', name: '南江县政府性基金预算', kind: 'government' as const }
  const [system] = templatesFor('fund')
  if (!system) throw new Error('there is a template')
  await openEvaluationTask(book.id, wantedTask(object, { scope: 'fund', system }), by)
  expect(await knownEvaluations(book)).toEqual([])
})

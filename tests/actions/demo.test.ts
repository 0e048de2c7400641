import { isDeepStrictEqual } from 'node:util'
import { beforeEach, expect, it } from 'vitest'
import { drawForReview } from '#actions/draw-experts'
import { loadDemo } from '#actions/load-demo'
import { removeDemo } from '#actions/remove-demo'
import { saveExpert } from '#actions/save-expert'
import { demoCounty, demoYears } from '#demo/county'
import { demoExperts } from '#demo/experts'
import { amountChange } from '#domain/adjustments/adjustment'
import { cutOf } from '#domain/assessments/assessment'
import { conditionsLacking } from '#domain/assessments/conditions'
import { combined, disputedIds } from '#domain/evaluation/combine'
import { sheetProblems } from '#domain/evaluation/score-sheet'
import { taskProblems } from '#domain/evaluation/task-checks'
import { checkAgency } from '#domain/experts/agency'
import { checkExpert, emptyExpert } from '#domain/experts/expert'
import { shippedExpertRules } from '#domain/experts/expert-rules'
import { addUp } from '#domain/money'
import { rulesById } from '#domain/year-rules'
import { assessmentsOf, unlistedGoals } from '#storage/assessments'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { allBooks } from '#storage/books'
import { checkMany } from '#storage/check-context'
import { db } from '#storage/database'
import { evaluationTasksOf, sheetsOf } from '#storage/evaluation-tasks'
import { allAgencies, allExperts } from '#storage/experts'
import { goalRows, goalsOf, previousGoals } from '#storage/goals'
import { demoWorld } from '../storage/demo-world.ts'
import { by, freshBook, freshDatabase } from '../storage/world.ts'

beforeEach(freshDatabase)

it('makes a county with all kinds, books and states, and each year once', async () => {
  const book = await loadDemo(by)
  expect(book).toMatchObject({ year: 2026, demo: true, name: '演示账套 2026（南江县）' })
  expect((await loadDemo(by)).id).toBe(book.id)
  expect((await allBooks()).map(({ year }) => year)).toEqual([2026, 2025, 2024])
  expect(await sectionsOf(book.id)).toHaveLength(13)
  expect((await unitsOf(book.id)).length).toBeGreaterThan(48)
  const rows = await goalRows(book.id)
  const count = (kind: string) => rows.filter((row) => row.kind === kind).length
  expect(count('government')).toBe(1)
  expect(count('department')).toBe(28)
  expect(count('policy')).toBe(7)
  expect(count('project')).toBe(142)
  expect(new Set(rows.map((row) => row.book)).size).toBe(4)
  expect(new Set(rows.map((row) => row.status)).size).toBe(6)
  const withErrors = rows.filter((row) => row.health.errors > 0)
  expect(withErrors.length).toBeGreaterThan(6)
  expect(withErrors.every((row) => row.status === 'draft' || row.status === 'returned')).toBe(true)
})

it('shows last year and the year before for projects that go on', async () => {
  const book = await demoWorld()
  const goal = (await goalsOf(book.id)).find(({ name }) => name === '农村公路日常养护')
  const { previous, earlier } = await previousGoals(book, goal?.matchKey ?? '')
  expect([previous?.year, earlier?.year]).toEqual([2025, 2024])
})

it('has findings only where a fault was put, apart from hints', async () => {
  const book = await demoWorld()
  const goals = await goalsOf(book.id)
  const plain = goals.filter((goal) => goal.status === 'approved')
  const found = await checkMany(
    book,
    plain.map((goal) => ({ id: goal.id, content: goal })),
  )
  for (const [index, goal] of plain.entries()) {
    const problems = found[index] ?? []
    const errors = problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)
    expect({ name: goal.name, errors }).toEqual({ name: goal.name, errors: [] })
  }
})

it('brings invented experts and agencies once, which a real book never sees and which go with it', async () => {
  const { book } = await freshBook()
  const real = await saveExpert(book.id, 'real', 0, { ...emptyExpert, name: '李某' }, {}, null, by)
  const demo = await loadDemo(by)
  await loadDemo(by)
  const invented = await allExperts(true)
  expect(invented).toHaveLength(demoExperts.length)
  expect(await allAgencies(true)).toHaveLength(4)
  expect(await allExperts(false)).toEqual([real])
  const rules = shippedExpertRules
  for (const expert of invented)
    expect(checkExpert(expert, []).filter(({ severity }) => severity === 'error')).toEqual([])
  for (const agency of await allAgencies(true))
    expect(checkAgency(agency, [], rules).filter(({ severity }) => severity === 'error')).toEqual([])
  const wanted = [{ field: 'industry' as const, specialty: '', count: 3 }]
  const unitId = (await unitsOf(demo.id)).find(({ name }) => name === '南江县水利局')?.id ?? ''
  const outcome = await drawForReview(demo.id, { subject: '河道治理', unitId, wanted, assessmentId: '' }, by)
  if ('problems' in outcome) throw new Error('nothing was drawn')
  const reasons = new Map(outcome.draw.excluded.map(({ name, reason }) => [name, reason]))
  expect(reasons.get('谢云帆')).toContain('隶属')
  expect(reasons.get('周若愚')).toContain('近三年聘用')
  expect(reasons.get('谯国栋')).toContain('不合格 2 次')
  await removeDemo(by)
  expect(await db.experts.toArray()).toEqual([real])
  expect(await db.agencies.count()).toBe(0)
  expect(await db.draws.count()).toBe(0)
})

it('grows over the years, and earlier years are without findings', async () => {
  await demoWorld()
  const years = await Promise.all((await allBooks()).map((book) => goalRows(book.id)))
  expect(years.map((rows) => rows.length)).toEqual([178, 159, 140])
  const clean = { errors: 0, warnings: 0, hints: 0 }
  const found = years
    .slice(1)
    .flatMap((rows) => rows.filter(({ health }) => !isDeepStrictEqual(health, clean)))
  expect(found.map(({ name }) => name)).toEqual([])
})

it('has projects above the lines of 事前评估, and some exactly at a line, which need none', () => {
  const goals = demoCounty(2026).goals.map(({ content }) => content)
  const assessed = goals.filter(({ preAssessment }) => preAssessment !== '')
  const kinds = assessed.map(({ attribute, kind, category }) =>
    attribute === 'continuing' ? 'growing' : kind === 'policy' ? 'policy' : category,
  )
  const count = (kind: string) => kinds.filter((other) => other === kind).length
  expect([count('department'), count('social'), count('policy'), count('growing')]).toEqual([6, 3, 1, 2])
  const atLine = ['金银花良种苗圃建设', '县城易涝点整治', '重点群体一次性创业补贴政策', '松材线虫病疫木除治']
  const found = goals.filter(({ name }) => atLine.includes(name))
  expect(found.map(({ total, preAssessment }) => [total, preAssessment])).toEqual([
    [500_000_000, ''],
    [100_000_000, ''],
    [676_000_000, ''],
    [500_000_000, ''],
  ])
})

it.each(demoYears)('gives no two projects of %i an indicator of the same name', (year) => {
  const names = demoCounty(year).goals.flatMap(({ content }) =>
    content.kind === 'project' || content.kind === 'policy' ? content.indicators.map(({ name }) => name) : [],
  )
  expect(names.length).toBeGreaterThan(600)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

it('is the same every time', () => {
  expect(demoCounty(2026)).toEqual(demoCounty(2026))
})

it('is removed without a trace and leaves real books alone', async () => {
  const { book } = await freshBook()
  await loadDemo(by)
  await removeDemo(by)
  expect((await allBooks()).map(({ id }) => id)).toEqual([book.id])
  for (const table of [db.sections, db.units, db.audit]) {
    expect((await table.toArray()).every((record) => record.bookId === book.id)).toBe(true)
  }
  expect(await db.goalRows.count()).toBe(0)
})

it('shows assessments on their whole road, each sound by its own rules', async () => {
  const book = await demoWorld()
  const assessments = await assessmentsOf(book.id)
  expect(assessments.map(({ state }) => state)).toEqual([
    'concluded',
    'commissioned',
    'proposed',
    'exempt',
    'due',
  ])
  const rules = rulesById(book.rulesId).assessment
  for (const each of assessments) {
    expect(each.need).not.toBeNull()
    if (each.state === 'concluded') expect(conditionsLacking('conclude-assessment', each, rules)).toEqual([])
  }
  expect(cutOf(assessments[0] ?? { amount: null, recommended: null })).toBeGreaterThan(0)
  expect((await unlistedGoals(book)).length).toBeGreaterThan(0)
})

it('evaluates the finished year: one being scored, one with disputes, one concluded', async () => {
  await demoWorld()
  const book = (await allBooks()).find(({ year }) => year === 2025)
  const tasks = await evaluationTasksOf(book?.id ?? '')
  expect(tasks.map(({ state, number }) => [state, number])).toEqual([
    ['scoring', '2025-评-01'],
    ['combining', '2025-评-02'],
    ['concluded', '2025-评-03'],
    ['concluded', '2025-评-04'],
  ])
  const { evaluation } = rulesById('frame-2021')
  for (const task of tasks) {
    expect(taskProblems(task, evaluation).filter(({ severity }) => severity === 'error')).toEqual([])
    const sheets = await sheetsOf(task.bookId, task.id)
    expect(sheets).toHaveLength(task.experts.length)
    for (const sheet of sheets.filter(({ signedAt }) => signedAt !== ''))
      expect(sheetProblems(sheet, task.system, evaluation)).toEqual([])
  }
  const [scoring, combining, concluded] = tasks
  expect(
    (await sheetsOf(book?.id ?? '', scoring?.id ?? '')).filter(({ signedAt }) => signedAt !== ''),
  ).toHaveLength(2)
  const sheets = await sheetsOf(book?.id ?? '', combining?.id ?? '')
  const result = combined(combining?.system ?? { levels: [] }, sheets, evaluation)
  expect(disputedIds(result).length).toBeGreaterThan(0)
  expect(result.total).not.toBeNull()
  expect(concluded?.frozen?.total).toBeGreaterThan(0)
})

it('has adjustments of the finished year that their amounts bear out, and the meeting of the running one', async () => {
  const book = await demoWorld()
  const adjustments = await db.adjustments.toArray()
  expect(adjustments.map(({ state }) => state)).toEqual(['applied', 'refused'])
  for (const { goalId, before, after, state, bookId } of adjustments) {
    expect(bookId).toBe(book.previousId)
    const goal = await db.goals.get(goalId)
    expect(goal?.total).toBe(state === 'applied' ? after.total : before.total)
    for (const { total, funding } of [before, after])
      expect(addUp(funding.map(({ amount }) => amount))).toBe(total)
  }
  expect(adjustments.map(amountChange)).toEqual([-5_000_000, -5_000_000])
  const [meeting, ...more] = await db.meetings.toArray()
  expect(more).toEqual([])
  const statuses = new Map((await goalRows(book.id)).map(({ id, status }) => [id, status]))
  expect(meeting).toMatchObject({ bookId: book.id, heldOn: '2025-11-18' })
  expect(meeting?.decisions).toHaveLength(12)
  for (const { goalId } of meeting?.decisions ?? [])
    expect(['reviewed', 'approved']).toContain(statuses.get(goalId))
})

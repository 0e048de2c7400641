import { beforeEach, expect, it } from 'vitest'
import { importGoals } from '#actions/import-goals'
import { planImport, planImportHere } from '#actions/plan-import'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { undoImport } from '#actions/undo-import'
import { contentOf } from '#domain/goals/carry'
import { verifyAudit } from '#storage/audit'
import { unitsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { goalRows, goalsOf } from '#storage/goals'
import { lastImports } from '#storage/imports'
import { acting, by, freshBook, freshDatabase, readForm } from '../storage/world.ts'

beforeEach(freshDatabase)

const school = '205003-南江县第一小学'

function found(...projects: string[]) {
  return projects.map((project) => ({ file: `${project}.xlsx`, form: readForm(school, project) }))
}

it('imports a batch, and the same files a second time write nothing', async () => {
  const { book, units } = await freshBook()
  const plan = await planImport(book.id, found('校舍维修', '操场改造'))
  expect(plan.items.map(({ state, unitId, newUnit }) => ({ state, unitId, newUnit }))).toEqual([
    { state: 'new', unitId: units[1].id, newUnit: false },
    { state: 'new', unitId: units[1].id, newUnit: false },
  ])
  expect(await db.goals.count()).toBe(0)
  expect(await importGoals(plan, by)).toMatchObject({ added: 2, changed: 0 })
  const entries = await db.audit.count()

  const again = await planImport(book.id, found('校舍维修', '操场改造'))
  expect(again.items.map(({ state, chosen }) => [state, chosen])).toEqual([
    ['same', false],
    ['same', false],
  ])
  expect(await importGoals(again, by)).toEqual({ importId: '', added: 0, changed: 0 })
  expect(await db.audit.count()).toBe(entries)
})

it('updates what changed, keeps what the form does not have, and takes it back', async () => {
  const { book } = await freshBook()
  await importGoals(await planImport(book.id, found('校舍维修')), by)
  const [goal] = await goalsOf(book.id)
  if (!goal) throw new Error('nothing imported')
  const before = await saveGoalDraft(goal.id, goal.revision, { ...contentOf(goal), contact: '李明' }, by)

  const plan = await planImport(book.id, [{ file: 'b.xlsx', form: readForm(school, '校舍维修', 6_000_000) }])
  expect(plan.items[0]).toMatchObject({ state: 'changed', existing: { id: goal.id, revision: 2 } })
  expect(plan.items[0]?.changes.map((change) => change.field)).toEqual(['total'])
  const { importId, changed } = await importGoals(plan, by)
  expect(changed).toBe(1)
  expect(await db.goals.get(goal.id)).toMatchObject({ total: 6_000_000, contact: '李明', revision: 3 })

  await undoImport(importId, by)
  const after = await db.goals.get(goal.id)
  if (!after) throw new Error('gone')
  expect(contentOf(after)).toEqual(contentOf(before))
  expect(await verifyAudit(book.id)).toMatchObject({ intact: true })
  await expect(undoImport(importId, by)).rejects.toMatchObject({ code: 'undo-impossible' })
})

it('takes an import back with the units it made, and says which goals stand in the way', async () => {
  const { book } = await freshBook()
  const form = {
    ...readForm('309001-南江县农业技术推广站', '测土配方施肥'),
    department: '309-南江县农业农村局',
  }
  const plan = await planImport(book.id, [{ file: 'n.xlsx', form }])
  expect(plan.units.map(({ code, name }) => [code, name])).toEqual([
    ['309', '南江县农业农村局'],
    ['309001', '南江县农业技术推广站'],
  ])
  expect(plan.units[1]?.parentId).toBe(plan.units[0]?.id)
  const { importId } = await importGoals(plan, by)
  expect(await unitsOf(book.id)).toHaveLength(4)

  const [goal] = await goalsOf(book.id)
  if (!goal) throw new Error('nothing imported')
  const edited = await saveGoalDraft(goal.id, 1, { ...contentOf(goal), contact: '李明' }, by)
  await expect(undoImport(importId, by)).rejects.toMatchObject({
    code: 'undo-impossible',
    cause: ['测土配方施肥'],
  })
  expect(await goalsOf(book.id)).toEqual([edited])

  const { importId: second } = await importGoals(await planImport(book.id, found('校舍维修')), by)
  await undoImport(second, by)
  expect((await goalRows(book.id)).map((row) => row.name)).toEqual(['测土配方施肥'])
  expect(await lastImports(book.id)).toHaveLength(2)
})

it('removes proposed units when the import is taken back', async () => {
  const { book } = await freshBook()
  const form = {
    ...readForm('309001-南江县农业技术推广站', '测土配方施肥'),
    department: '309-南江县农业农村局',
  }
  const { importId } = await importGoals(await planImport(book.id, [{ file: 'n.xlsx', form }]), by)
  await undoImport(importId, by)
  expect(await unitsOf(book.id)).toHaveLength(2)
  expect(await goalRows(book.id)).toEqual([])
})

it('writes nothing at all when one goal of the batch was made or changed meanwhile', async () => {
  const { book } = await freshBook()
  const plan = await planImport(book.id, found('校舍维修', '操场改造'))
  await importGoals(await planImport(book.id, found('操场改造')), by)
  const entries = await db.audit.count()
  await expect(importGoals(plan, by)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  expect((await goalRows(book.id)).map((row) => row.name)).toEqual(['操场改造'])
  expect(await db.audit.count()).toBe(entries)
})

it('recognises the unit by code, by name, and by the name without its region', async () => {
  const { book, units } = await freshBook()
  const forms = ['205003-第一小学（新名）', '南江县第一小学', '第一 小学'].map((unit, index) => ({
    file: `${index}.xlsx`,
    form: readForm(unit, `项目${index}`),
  }))
  const plan = await planImport(book.id, forms)
  expect(plan.items.map((item) => item.unitId)).toEqual(Array(3).fill(units[1].id))
  expect(plan.units).toEqual([])
})

it('marks what cannot or should not be imported', async () => {
  const { book } = await freshBook()
  const nameless = { ...readForm(school, ''), project: null }
  const homeless = { ...readForm('', '无单位'), unit: null }
  const evaluation = { ...readForm(school, '自评'), kind: 'self-evaluation' as const }
  const lastYear = { ...readForm(school, '去年的'), year: '2025' }
  const plan = await planImport(
    book.id,
    [nameless, homeless, evaluation, lastYear, readForm(school, '重复', 1), readForm(school, '重复', 2)].map(
      (form, index) => ({ file: `${index}.xlsx`, form }),
    ),
  )
  expect(plan.items.map(({ state, chosen }) => [state, chosen])).toEqual([
    ['faulty', false],
    ['faulty', false],
    ['other-kind', false],
    ['new', false],
    ['conflict', false],
    ['conflict', false],
  ])
  expect(plan.items[3]?.problems.map((problem) => problem.code)).toContain('import-other-year')
})

it('never changes an approved goal by an import', async () => {
  const { book } = await freshBook()
  await importGoals(await planImport(book.id, found('校舍维修')), by)
  const [goal] = await goalsOf(book.id)
  if (!goal) throw new Error('nothing imported')
  await db.goals.update(goal.id, { status: 'approved' })
  const plan = await planImport(book.id, [{ file: 'b.xlsx', form: readForm(school, '校舍维修', 9) }])
  expect(plan.items[0]).toMatchObject({ state: 'conflict', chosen: false })
  const forced = { ...plan, items: plan.items.map((item) => ({ ...item, chosen: true })) }
  expect(await importGoals(forced, by)).toMatchObject({ changed: 0 })
  expect((await db.goals.get(goal.id))?.total).toBe(goal.total)
})

it("takes a form of an unknown name as the unit's own where a unit works, and proposes it at the bureau", async () => {
  const { book, units } = await freshBook()
  const forms = [{ file: 'a.xlsx', form: readForm('南江县一小', '校舍维修') }]
  const bureau = await planImportHere(book.id, forms, by)
  expect(bureau.plan).toMatchObject({ units: [{ name: '南江县一小' }], items: [{ newUnit: true }] })
  const unit = await planImportHere(book.id, forms, acting('unit', units[1].code))
  expect(unit.plan).toMatchObject({ units: [], items: [{ newUnit: false, unitId: units[1].id }] })
  expect([...unit.taken]).toEqual([[0, units[1]]])
})

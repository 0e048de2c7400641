import { beforeEach, expect, it } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { deleteGoals } from '#actions/delete-goals'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveRegulation } from '#actions/save-regulation'
import type { Actor } from '#domain/people/duties'
import { emptyRegulation } from '#domain/regulations'
import { find } from '#domain/search/search'
import { searchIndexOf } from '#storage/search-index'
import { noPause } from '#storage/slices'
import { acting, by, freshBook, freshDatabase, soundContent } from './world.ts'

beforeEach(freshDatabase)

async function found(bookId: string, actor: Actor, query: string) {
  const groups = find(await searchIndexOf(bookId, actor, noPause), query, () => 8)
  return groups.flatMap(({ group, things }) => things.map(({ name }) => `${group} ${name}`))
}

async function goalIn(bookId: string, unitId: string, name: string) {
  const content = { ...soundContent(unitId), name }
  const id = await createGoal(bookId, unitId, content.kind, content.book, by)
  await saveGoalDraft(id, 1, content, by)
  return id
}

it('finds a goal by name and initials, and follows what is written', async () => {
  const { book, units } = await freshBook()
  const first = await goalIn(book.id, units[1].id, '农村公路日常养护')
  expect(await found(book.id, by, 'ncgl')).toEqual(['project 农村公路日常养护'])
  await saveGoalDraft(first, 2, { ...soundContent(units[1].id), name: '城区照明' }, by)
  await goalIn(book.id, units[1].id, '城区绿化')
  expect(await found(book.id, by, 'ncgl')).toEqual([])
  expect(await found(book.id, by, '城区')).toEqual(['project 城区照明', 'project 城区绿化'])
  await deleteGoals([first], by)
  expect(await found(book.id, by, '城区')).toEqual(['project 城区绿化'])
})

it('shows a unit only what its duty reaches, and who keeps the accounts no goals', async () => {
  const { book, units } = await freshBook()
  for (const unit of units) await goalIn(book.id, unit.id, `${unit.name}采购`)
  const own = { ...acting('unit'), scope: units[1].code }
  const inside = await found(book.id, own, '采购')
  expect(inside.length).toBeLessThan((await found(book.id, by, '采购')).length)
  expect(inside).toContain(`project ${units[1].name}采购`)
  expect(await found(book.id, acting('administrator'), '采购')).toEqual([])
})

it('finds a 制度 by its 文号', async () => {
  const { book } = await freshBook()
  const content = { ...emptyRegulation, name: '绩效目标管理办法', number: '南财绩〔2026〕3号' }
  await saveRegulation(book.id, '', 0, content, by)
  expect(await found(book.id, by, '南财绩〔2026〕3号')).toEqual(['document 绩效目标管理办法'])
  expect(await found(book.id, by, 'jxmb')).toEqual(['document 绩效目标管理办法'])
})

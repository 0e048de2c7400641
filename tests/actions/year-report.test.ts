import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { registerKind } from '#domain/supervision/register-kinds'
import { checkEntry } from '#domain/supervision/standing'
import { checkFinished, checkPlanned } from '#domain/supervision/work-item'
import { figureRows, reportChapters, shareText } from '#domain/supervision/year-report'
import { registerWorkbook } from '#excel/write-supervision'
import { yearReportDocument } from '#reports/year-report'
import { allBooks } from '#storage/books'
import { db } from '#storage/database'
import { registersOf } from '#storage/registers'
import { todosOf } from '#storage/todo'
import { workItemsOf } from '#storage/work-items'
import { yearReportFacts } from '#storage/year-report'
import { demoWorld } from '../storage/demo-world.ts'
import { by } from '../storage/world.ts'

const now = '2026-09-15T02:00:00.000Z'

it('rounds a share to tenths of a percent, half up', () => {
  expect(shareText(1, 3)).toBe('33.3%')
  expect(shareText(1, 16)).toBe('6.3%')
  expect(shareText(1999, 2000)).toBe('100.0%')
  expect(shareText(0, 5)).toBe('0.0%')
  expect(shareText(0, 0)).toBe('—')
})

it('writes the report of the finished year from what the book holds, and nothing 涉密', {
  timeout: 60_000,
}, async () => {
  await demoWorld()
  const book = (await allBooks()).find(({ year }) => year === 2025)
  if (!book) throw new Error('the demo has the book of 2025')
  const goals = await db.goals.where('[bookId+id]').between([book.id], [book.id, []]).toArray()
  const hidden = goals.find(({ status }) => status === 'approved')
  if (!hidden) throw new Error('the demo has approved goals')
  const before = await yearReportFacts(book, now)
  expect(before.goals.all).toBe(goals.filter(({ secret }) => !secret).length)
  const forms = await db.selfEvaluations.where('[bookId+id]').between([book.id], [book.id, []]).toArray()
  expect(before.selfEvaluations.all).toBe(forms.length)
  const tasks = await db.evaluationTasks.where('[bookId+id]').between([book.id], [book.id, []]).toArray()
  expect(before.results).toHaveLength(tasks.filter(({ state }) => state === 'concluded').length)
  expect(figureRows(before).find(({ name }) => name === '单位自评')?.all).toBe(`${forms.length}`)

  await db.goals.put({ ...hidden, secret: true })
  const facts = await yearReportFacts(book, now)
  expect(facts.goals.all).toBe(before.goals.all - 1)
  expect(facts.selfEvaluations.all).toBe(forms.filter(({ goalId }) => goalId !== hidden.id).length)
  for (const to of ['congress', 'government'] as const) {
    const chapters = reportChapters(facts, to)
    const bytes = await yearReportDocument({ name: '报告', chapters, facts, writtenOn: '2026-01-20' })
    const parts = unzipSync(bytes)
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '')
    expect(text).toContain('一、总体情况')
    expect(text).toContain(`应开展单位自评 ${facts.selfEvaluations.all} 个`)
    expect(text.includes('请予审议')).toBe(to === 'congress')
    for (const { name, unitName } of facts.results)
      for (const part of [name, unitName]) expect(text).toContain(part)
    expect(Object.values(parts).some((part) => strFromU8(part).includes(hidden.name))).toBe(false)
  }
})

it('shows a register and a yearly plan without faults in the demo', { timeout: 60_000 }, async () => {
  const book = await demoWorld()
  const entries = await registersOf(book.id, 'performance')
  expect(entries.flatMap(checkEntry)).toEqual([])
  const linked = await db.goals.bulkGet(entries.flatMap(({ goalIds }) => goalIds))
  expect(linked.every((goal) => goal?.bookId === book.id && !goal.secret)).toBe(true)
  const items = await workItemsOf(book.id)
  expect(items.flatMap(checkPlanned)).toEqual([])
  for (const item of items.filter(({ state }) => state === 'done' || state === 'confirmed'))
    expect(checkFinished(item), item.name).toEqual([])
  const todos = await todosOf(book.id, by, [{ duty: 'performance', scope: '' }], new Date().toISOString())
  const waiting = items.filter(({ state }) => state === 'done').length
  expect(todos.find(({ kind, state }) => kind === 'workItems' && state === 'done')?.count ?? 0).toBe(waiting)
  const bytes = await registerWorkbook({
    ...{ office: '南江县财政局', year: book.year, today: '2026-12-31', entries, leftOut: 0 },
    goalName: () => '项目',
  })
  const sheets = strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array())
  for (const { kind } of entries) expect(sheets).toContain(registerKind(kind).name)
})

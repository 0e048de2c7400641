import { beforeEach, describe, expect, it } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { discardIndicator } from '#actions/discard-indicator'
import { proposeIndicator } from '#actions/propose-indicator'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { takeIndicatorStep } from '#actions/take-indicator-step'
import { entryKey } from '#domain/library/own-indicator'
import { verifyAudit } from '#storage/audit'
import { db } from '#storage/database'
import { eraseBooks } from '#storage/erase-books'
import { citationsIn, ownIndicatorsIn } from '#storage/own-indicators'
import { todosOf } from '#storage/todo'
import { walnuts } from '../domain/sample-indicator.ts'
import { lastAudit } from '../storage/last-audit.ts'
import { acting, by, freshBook, freshDatabase, soundContent } from '../storage/world.ts'

beforeEach(freshDatabase)

const school = acting('unit', '205003')
const office = acting('unit', '205001')

async function proposed() {
  const world = await freshBook()
  return { ...world, own: await proposeIndicator(world.book.id, 'o1', 0, walnuts, school) }
}

describe('proposing', () => {
  it('keeps who proposed it in which reach, and its first step', async () => {
    const { book, own } = await proposed()
    expect(own).toMatchObject({
      proposedBy: '南江县第一小学',
      proposedDuty: 'unit',
      proposedScope: '205003',
      state: 'proposed',
      initials: 'htdcygzmj',
      revision: 1,
      trail: [{ step: 'propose-indicator', verb: '提出', by: '测试员' }],
    })
    expect(await ownIndicatorsIn(book.id)).toEqual([own])
    const section = await proposeIndicator(book.id, 'o2', 0, { ...walnuts, name: '另一个' }, by)
    expect(section.proposedBy).toBe('监督与绩效管理科')
  })

  it('refuses what has a fault, and says which', async () => {
    const { book } = await freshBook()
    const faulty = proposeIndicator(book.id, 'o1', 0, { ...walnuts, unit: '' }, school)
    await expect(faulty).rejects.toMatchObject({ code: 'entry-faulty', cause: [{ at: 'unit' }] })
    expect(await db.indicators.count()).toBe(0)
  })

  it('keeps one with the name of another: a warning is no refusal', async () => {
    const { book } = await proposed()
    await proposeIndicator(book.id, 'o2', 0, walnuts, school)
    expect(await db.indicators.count()).toBe(2)
  })

  it('changes it from what to what in words, in the state it is in', async () => {
    const { book, own } = await proposed()
    const references = [{ id: 'r', standard: '行业标准' as const, value: '500', year: '2025', note: '省厅' }]
    const changed = await proposeIndicator(book.id, 'o1', own.revision, { ...walnuts, references }, school)
    expect(changed).toMatchObject({ state: 'proposed', revision: 2, proposedBy: '南江县第一小学' })
    const [last] = await lastAudit(book.id, 1)
    expect(last).toMatchObject({ action: 'propose-indicator', summary: '修改个性指标：核桃低产园改造面积' })
    expect(last?.changes[0]?.fields).toEqual([
      { field: 'references', label: '参考值', from: '', to: '行业标准 2025 500 省厅' },
    ])
    expect(await verifyAudit(book.id)).toMatchObject({ intact: true })
  })

  it('refuses the second of two changes, another unit, and a confirmed one', async () => {
    const { book, own } = await proposed()
    const other = proposeIndicator(book.id, 'o1', 1, { ...walnuts, name: '别的' }, office)
    await expect(other).rejects.toMatchObject({ code: 'out-of-reach' })
    await proposeIndicator(book.id, 'o1', 1, { ...walnuts, value: '5' }, school)
    const late = proposeIndicator(book.id, 'o1', own.revision, { ...walnuts, value: '6' }, school)
    await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const confirmed = await takeIndicatorStep(
      book.id,
      { ...own, revision: 2 },
      { id: 'confirm-indicator', opinion: '' },
      by,
    )
    const after = proposeIndicator(book.id, 'o1', confirmed.revision, walnuts, school)
    await expect(after).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await db.indicators.toArray()).toMatchObject([{ value: '5', state: 'confirmed' }])
  })

  it('takes the id of one that is there for a change that came late', async () => {
    const { book } = await proposed()
    const twice = proposeIndicator(book.id, 'o1', 0, walnuts, school)
    await expect(twice).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const gone = proposeIndicator(book.id, 'o9', 3, walnuts, school)
    await expect(gone).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the road', () => {
  it('goes from a return with its opinion to confirmed, out of use and back', async () => {
    const { book, own } = await proposed()
    const blank = takeIndicatorStep(book.id, own, { id: 'return-indicator', opinion: ' ' }, by)
    await expect(blank).rejects.toMatchObject({ code: 'opinion-missing' })
    const returned = await takeIndicatorStep(
      book.id,
      own,
      { id: 'return-indicator', opinion: '补参考值' },
      by,
    )
    expect(returned).toMatchObject({ state: 'returned', opinion: '补参考值' })
    const byOther = takeIndicatorStep(book.id, returned, { id: 'propose-indicator', opinion: '' }, office)
    await expect(byOther).rejects.toMatchObject({ code: 'out-of-reach' })
    const again = await takeIndicatorStep(book.id, returned, { id: 'propose-indicator', opinion: '' }, school)
    expect(again).toMatchObject({ state: 'proposed', opinion: '' })
    const stale = takeIndicatorStep(book.id, returned, { id: 'confirm-indicator', opinion: '' }, by)
    await expect(stale).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const confirmed = await takeIndicatorStep(book.id, again, { id: 'confirm-indicator', opinion: '' }, by)
    const retired = await takeIndicatorStep(
      book.id,
      confirmed,
      { id: 'retire-indicator', opinion: '不再使用' },
      by,
    )
    const back = await takeIndicatorStep(book.id, retired, { id: 'resume-indicator', opinion: '' }, by)
    expect(back.state).toBe('confirmed')
    expect(back.trail.map(({ verb }) => verb)).toEqual([
      '提出',
      '退回',
      '重新提出',
      '确认',
      '停用',
      '恢复使用',
    ])
  })

  it('refuses a step that the state does not have, and an indicator that is gone', async () => {
    const { book, own } = await proposed()
    const early = takeIndicatorStep(book.id, own, { id: 'retire-indicator', opinion: '意见' }, by)
    await expect(early).rejects.toMatchObject({ code: 'not-allowed' })
    await discardIndicator(book.id, own, school)
    const gone = takeIndicatorStep(book.id, own, { id: 'confirm-indicator', opinion: '' }, by)
    await expect(gone).rejects.toMatchObject({ code: 'not-found' })
  })

  it('lets a confirmed one or that of another unit not be discarded', async () => {
    const { book, own } = await proposed()
    await expect(discardIndicator(book.id, own, office)).rejects.toMatchObject({ code: 'out-of-reach' })
    const confirmed = await takeIndicatorStep(book.id, own, { id: 'confirm-indicator', opinion: '' }, by)
    const refused = discardIndicator(book.id, confirmed, by)
    await expect(refused).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await db.indicators.count()).toBe(1)
  })
})

describe('what waits', () => {
  const held = [
    { duty: 'performance', scope: '' },
    { duty: 'unit', scope: '205003' },
    { duty: 'unit', scope: '205001' },
  ] as const
  const todos = async (bookId: string, now: string) =>
    (await todosOf(bookId, by, held, now))
      .filter(({ kind }) => kind === 'indicators')
      .map(({ assignment, word, count, overdue }) => [
        assignment.duty,
        assignment.scope,
        word,
        count,
        overdue,
      ])

  it('stands with the one who confirms, then with the unit it came from, overdue after its days', async () => {
    const { book, own } = await proposed()
    expect(await todos(book.id, own.changedAt)).toEqual([['performance', '', '待确认', 1, 0]])
    const returned = await takeIndicatorStep(book.id, own, { id: 'return-indicator', opinion: '补充' }, by)
    expect(await todos(book.id, returned.changedAt)).toEqual([['unit', '205003', '已退回', 1, 0]])
    const later = (days: number) => new Date(Date.parse(returned.heldSince) + days * 86_400_000).toISOString()
    expect(await todos(book.id, later(10))).toEqual([['unit', '205003', '已退回', 1, 0]])
    expect(await todos(book.id, later(11))).toEqual([['unit', '205003', '已退回', 1, 1]])
  })
})

describe('who cites it', () => {
  it('counts the goals of the book by name and second level, the first ones by name, within reach', async () => {
    const { book, units } = await freshBook()
    for (const [index, unit] of [units[0], units[1], units[1]].entries()) {
      const content = soundContent(unit.id, `项目${index}`)
      const id = await createGoal(book.id, unit.id, 'project', 'general', by)
      await saveGoalDraft(id, 1, content, by)
    }
    const key = entryKey({ name: '受益 学生人数', level2: '数量指标' })
    const all = (await citationsIn(book.id, by, 2)).get(key)
    expect(all?.count).toBe(3)
    expect(all?.first.map(({ name }) => name)).toEqual(['项目0', '项目1'])
    expect((await citationsIn(book.id, school)).get(key)?.count).toBe(2)
    expect((await citationsIn(book.id, by)).get(entryKey({ name: '受益学生人数', level2: '质量指标' }))).toBe(
      undefined,
    )
  })
})

it.each([500, 501])('counts all of %i goals, page by page', async (count) => {
  const { book, units } = await freshBook()
  const content = soundContent(units[1].id)
  const id = await createGoal(book.id, units[1].id, 'project', 'general', by)
  const goal = await saveGoalDraft(id, 1, content, by)
  const row = await db.goalRows.get(id)
  const ids = Array.from({ length: count - 1 }, (_, at) => `g${at}`)
  await db.goals.bulkPut(ids.map((each) => ({ ...goal, id: each })))
  await db.goalRows.bulkPut(ids.flatMap((each) => (row ? [{ ...row, id: each }] : [])))
  const cited = (await citationsIn(book.id, by)).get(entryKey({ name: '受益学生人数', level2: '数量指标' }))
  expect([cited?.count, cited?.first.length]).toEqual([count, 10])
})

it('keeps what is tried in a demo book out of the others, and lets it go with the last demo', async () => {
  const { book } = await proposed()
  await db.books.put({ ...book, id: 'demo', demo: true })
  await proposeIndicator('demo', 'o2', 0, { ...walnuts, name: '试一试' }, by)
  expect((await ownIndicatorsIn('demo')).map(({ id }) => id)).toEqual(['o2'])
  expect((await ownIndicatorsIn(book.id)).map(({ id }) => id)).toEqual(['o1'])
  await eraseBooks(['demo'])
  expect((await db.indicators.toArray()).map(({ id }) => id)).toEqual(['o1'])
})

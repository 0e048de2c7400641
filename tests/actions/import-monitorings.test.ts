import { beforeEach, expect, it } from 'vitest'
import { setRoundState } from '#actions/close-round'
import { createGoal } from '#actions/create-goal'
import { importMonitorings, type MonitoringImported } from '#actions/import-monitorings'
import { openRound } from '#actions/open-round'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveMonitoring } from '#actions/save-monitoring'
import { undoMonitoringImport } from '#actions/undo-monitoring-import'
import type { Monitoring } from '#domain/monitoring/monitoring'
import { db } from '#storage/database'
import { monitoringsOf } from '#storage/monitorings'
import { reported, wantedRound } from '../storage/monitoring-world.ts'
import { acting, by, freshBook, freshDatabase, soundContent } from '../storage/world.ts'

let forms: [Monitoring, Monitoring]
let roundId = ''

beforeEach(async () => {
  await freshDatabase()
  const { book, units } = await freshBook()
  for (const name of ['营养改善计划', '校舍维修']) {
    const content = soundContent(units[1].id, name)
    const id = await createGoal(book.id, content.unitId, content.kind, content.book, by)
    await db.goals.put({ ...(await saveGoalDraft(id, 1, content, by)), status: 'approved' })
  }
  roundId = (await openRound(book.id, wantedRound, by)).round.id
  const [first, second] = await monitoringsOf(book.id, roundId)
  if (!first || !second) throw new Error('the round has two forms')
  forms = [first, second]
})

function imported(form: Monitoring, seenRevision = form.revision): MonitoringImported {
  const { funds, entries, fundsReason, measures } = reported(form)
  return { id: form.id, seenRevision, content: { funds, entries, fundsReason, measures, summary: '平稳' } }
}

const stored = async () =>
  (await db.monitorings.bulkGet(forms.map(({ id }) => id))).map((form) => form?.summary)

it('writes all of it in one transaction with one entry, and takes it back', async () => {
  const undo = await importMonitorings(
    roundId,
    forms.map((form) => imported(form)),
    ['一.xlsx', '一.xlsx'],
    by,
  )
  expect(await stored()).toEqual(['平稳', '平稳'])
  const entries = await db.audit.toArray()
  expect(entries.at(-1)?.summary).toBe('导入监控表：1—7 月绩效监控，1 个文件，2 个项目')
  expect(entries.at(-1)?.changes).toHaveLength(2)
  await undoMonitoringImport(undo, by)
  expect(await stored()).toEqual(['', ''])
  const [first] = await db.monitorings.bulkGet([forms[0].id])
  expect(first?.entries).toEqual(forms[0].entries)
  expect((await db.audit.toArray()).at(-1)?.summary).toBe('撤销导入监控表：还原 2 个项目')
})

it.each<[string, () => Promise<unknown>, string]>([
  [
    'what was changed since the preview',
    () => importMonitorings(roundId, [imported(forms[0]), imported(forms[1], 9)], [], by),
    'changed-meanwhile',
  ],
  ['nothing', () => importMonitorings(roundId, [], [], by), 'not-found'],
  ['a round that is gone', () => importMonitorings('gone', [imported(forms[0])], [], by), 'not-found'],
  [
    'a form that was handed in',
    async () => {
      await db.monitorings.update(forms[1].id, { state: 'submitted' })
      return importMonitorings(
        roundId,
        forms.map((form) => imported(form)),
        [],
        by,
      )
    },
    'not-allowed',
  ],
  [
    'a closed round',
    async () => {
      await setRoundState(roundId, 'closed', by)
      return importMonitorings(roundId, [imported(forms[0])], [], by)
    },
    'not-allowed',
  ],
  [
    'another unit',
    () => importMonitorings(roundId, [imported(forms[0])], [], acting('unit', '999')),
    'out-of-reach',
  ],
])('refuses %s, and nothing is left behind', async (_name, attempt, code) => {
  await expect(attempt()).rejects.toMatchObject({ code })
  expect(await stored()).toEqual(['', ''])
})

it('is not taken back over what was written since', async () => {
  const undo = await importMonitorings(
    roundId,
    forms.map((form) => imported(form)),
    ['一.xlsx'],
    by,
  )
  await saveMonitoring([{ id: forms[1].id, seenRevision: 2, change: { summary: '改过' } }], by)
  await expect(undoMonitoringImport(undo, by)).rejects.toMatchObject({
    code: 'undo-impossible',
    cause: ['校舍维修'],
  })
  expect(await stored()).toEqual(['平稳', '改过'])
})

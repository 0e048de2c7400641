import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ReadForm } from '#domain/goals/read-form'
import { type MonitoringImportItem, planMonitorings } from '#domain/monitoring/import-plan'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { Round } from '#domain/monitoring/round'
import { likelihoods } from '#domain/monitoring/rules'
import type { Unit } from '#domain/year-book'
import { monitoringFormWorkbook } from '#excel/write-monitoring'
import { unitsOf } from '#storage/base-data'
import { monitoringsOf, roundsOf } from '#storage/monitorings'
import { filled, round } from '../domain/monitoring/sample.ts'
import { readForms } from '../excel/read-forms.ts'
import { demoWorld } from '../storage/demo-world.ts'

async function writtenAndRead(form: Monitoring, units: readonly Unit[], year = 2026): Promise<ReadForm> {
  const unit = units.find(({ id }) => id === form.unitId)
  const department = units.find(({ id }) => id === unit?.parentId) ?? unit
  const names = {
    year,
    unit: unit?.name ?? '',
    department: department?.name ?? '',
    departmentCode: department?.code ?? '',
  }
  const [read, ...others] = readForms(await monitoringFormWorkbook(form, names), '监控表.xlsx')
  if (!read || others.length > 0) throw new Error('one form was written')
  return read
}

/** What the file says of a form on which nothing is reported. */
function imported(
  read: ReadForm,
  form: Monitoring,
  round: Round,
  units: readonly Unit[],
): MonitoringImportItem {
  const blank: Monitoring = {
    ...form,
    state: 'draft',
    funds: form.funds.map((row) => ({ ...row, paid: null, forecast: null })),
    entries: form.entries.map((entry) => ({
      ...entry,
      ...{ actual: '', forecast: '', likelihood: '', causes: [], causeText: '' },
    })),
    ...{ fundsReason: '', measures: '', summary: '' },
  }
  const [item] = planMonitorings([{ file: '监控表.xlsx', form: read }], {
    round,
    year: 2026,
    forms: [blank],
    units,
  })
  if (!item) throw new Error('each form found has an item')
  return item
}

it('every form of the demo comes back from its own export as it was', { timeout: 60_000 }, async () => {
  const book = await demoWorld()
  const [round] = await roundsOf(book.id)
  if (!round) throw new Error('the demo has a round')
  const units = await unitsOf(book.id)
  const forms = await monitoringsOf(book.id, round.id)
  for (const form of forms) {
    const item = imported(await writtenAndRead(form, units), form, round, units)
    expect(
      item.problems.filter(({ severity }) => severity !== 'hint'),
      form.name,
    ).toEqual([])
    const { funds, fundsReason, entries, measures, summary } = form
    expect(item.content, form.name).toEqual({ funds, fundsReason, entries, measures, summary })
    expect(item.way).toBe(form.code === '' ? 'name' : 'code')
  }
})

it('whatever is written in a cell comes back, in whatever combination of ticks', {
  timeout: 60_000,
}, async () => {
  // A text that only says that there is nothing is nothing; what surrounds a text is not kept in a cell.
  const text = fc
    .string({ unit: fc.constantFrom(...'受雨季影响工程进度慢=+-1%√年，。 '), minLength: 0, maxLength: 12 })
    .map((each) => each.trim())
    .filter((each) => !/^([/\\—–-]*|无|无偏差)$/.test(each.replace(/\s/g, '')))
  const entry = fc.record({
    actual: text,
    forecast: text,
    causeText: text,
    likelihood: fc.constantFrom('' as const, ...(Object.keys(likelihoods) as (keyof typeof likelihoods)[])),
    causes: fc.subarray(['funds', 'system', 'people', 'equipment', 'other']),
  })
  const money = fc.option(fc.integer({ min: 0, max: 9_000_000_000_000 }), { nil: null })
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { minLength: 6, maxLength: 6 }),
      money,
      text,
      async (list, paid, summary) => {
        const base = filled()
        const form: Monitoring = {
          ...base,
          summary,
          funds: base.funds.map((row) => (row.group === 'general' ? { ...row, paid } : row)),
          entries: base.entries.map((each, index) => ({ ...each, ...list[index] })),
        }
        const { content } = imported(await writtenAndRead(form, []), form, round, [])
        expect(content?.entries).toEqual(form.entries)
        expect(content?.funds).toEqual(form.funds)
        expect(content?.summary).toBe(summary)
      },
    ),
    { numRuns: 40 },
  )
})

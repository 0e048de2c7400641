import '../backup/host.ts'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { restoreBackup } from '#actions/restore-backup'
import { verifyFile } from '#backup/open'
import { addUp } from '#domain/money'
import { db } from '#storage/database'
import { countsCheck, endsCheck, wholeCheck } from '#storage/store-check'
import { cityUnits, plansOf, type Size } from '../../build/generate/city.ts'
import { cityRecords, type YearTotals } from '../../build/generate/records.ts'
import { writeBackup } from '../../build/generate/write-backup.ts'
import { host } from '../backup/host.ts'
import { recordNames, refusals } from '../exchange/record-samples.ts'
import { acting, freshDatabase } from '../storage/world.ts'

const size: Size = { units: 40, projects: 200, years: 2, seed: 7 }
const folder = mkdtempSync(join(tmpdir(), 'jiheng-generate-test-'))
const madeAt = '2026-09-30T02:00:00.000Z'

async function written(name: string, wanted: Size) {
  const file = join(folder, name)
  const made = await writeBackup(cityRecords(wanted), file, madeAt)
  return { ...made, bytes: readFileSync(file) }
}

let first: Awaited<ReturnType<typeof written>>
beforeAll(async () => {
  z.config({ jitless: true })
  host.renew()
  await freshDatabase()
  first = await written('first.jhb', size)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a generated city', () => {
  it('is the same for the same seed, and another for another', async () => {
    const [again, other] = [
      await written('again.jhb', size),
      await written('other.jhb', { ...size, seed: 8 }),
    ]
    expect(again.bytes.equals(first.bytes)).toBe(true)
    expect(other.bytes.equals(first.bytes)).toBe(false)
    expect(other.totals).not.toEqual(first.totals)
  })

  it('has the units, projects and years that were asked for', () => {
    expect(cityUnits(40)).toHaveLength(40)
    expect(new Set(cityUnits(400).map(({ code }) => code)).size).toBe(400)
    for (const year of [2025, 2026]) {
      const plans = plansOf(size, year)
      expect(new Set(plans.map(({ code }) => code)).size).toBe(200)
      expect(new Set(plans.map(({ unitCode, project }) => `${unitCode} ${project.name}`)).size).toBe(200)
      expect(plans.every(({ project: { from, to } }) => from <= year && year <= to)).toBe(true)
      expect(plans.every(({ project }) => project.indicators.length === 10)).toBe(true)
    }
    expect(first.totals.map(({ year, goals }) => [year, goals])).toEqual([
      [2025, 206],
      [2026, 206],
    ])
  })

  it('opens as a backup whose records agree, and restores to the totals it told', async () => {
    const { faults } = await verifyFile(first.bytes, '')
    expect(faults).toEqual([])
    await restoreBackup({ name: '城市.jhb', bytes: first.bytes, passphrase: '' }, acting('administrator'))
    expect([...(await endsCheck(null)), ...(await countsCheck())]).toEqual([])
    expect((await wholeCheck()).faults).toEqual([])
    const found: YearTotals[] = []
    for (const { id: bookId, year, name } of await db.books.orderBy('year').toArray()) {
      const goals = await db.goalRows.where('bookId').equals(bookId).toArray()
      const rows = await db.executions
        .where('[bookId+month+id]')
        .between([bookId, 12], [bookId, 12, []])
        .toArray()
      const total = addUp(goals.map((goal) => goal.total))
      found.push({
        bookId,
        year,
        name,
        goals: goals.length,
        total,
        paid: addUp(rows.map(({ paid }) => paid)),
      })
    }
    expect(found).toEqual(first.totals)
  })

  it.each(recordNames)('%s: every record is one that the program takes', async (name) => {
    const records = await db.table(name).toArray()
    expect(records).toHaveLength(first.counts.get(name) ?? 0)
    for (const record of records) expect(refusals(name, record)).toEqual([])
  })

  it('has something on every part of the road, and twelve months of the treasury in the running year', async () => {
    const [book] = await db.books.where('year').equals(2026).toArray()
    const statuses = new Set(
      (
        await db.goalRows
          .where('bookId')
          .equals(book?.id ?? '')
          .toArray()
      ).map(({ status }) => status),
    )
    for (const status of ['approved', 'reviewed', 'joint', 'submitted', 'returned'] as const)
      expect(statuses).toContain(status)
    const months = (await db.executions.toArray())
      .filter(({ bookId }) => bookId === book?.id)
      .map(({ month }) => month)
    expect(new Set(months).size).toBe(12)
    for (const table of [db.disposals, db.selfEvaluations, db.disclosures, db.evaluationTasks, db.reviews])
      expect(await table.count()).toBeGreaterThan(0)
  })
})

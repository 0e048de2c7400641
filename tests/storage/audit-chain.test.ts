import '../backup/host.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { exportAudit } from '#actions/export-audit'
import type { AuditEntry } from '#storage/audit'
import { verifyAudit } from '#storage/audit'
import { chainFaults } from '#storage/audit-chain'
import { hashOf } from '#storage/audit-hash'
import { auditRows, filterAudit } from '#storage/audit-search'
import { db } from '#storage/database'
import { countsCheck, endsCheck } from '#storage/store-check'
import { acting, by, freshBook, freshDatabase } from './world.ts'

let bookId: string
let goalId: string
const none = { person: '', action: '', duty: '', subject: '', from: '', to: '', search: '' }

beforeEach(async () => {
  await freshDatabase()
  const { book, units } = await freshBook()
  bookId = book.id
  for (let count = 0; count < 5; count++)
    goalId = await createGoal(book.id, units[1].id, 'project', 'general', by)
})

function entries(): Promise<AuditEntry[]> {
  return db.audit.where('[bookId+number]').between([bookId], [bookId, []]).toArray()
}

async function entryAt(number: number): Promise<AuditEntry> {
  const found = (await entries()).find((entry) => entry.number === number)
  if (!found) throw new Error(`there is an entry ${number}`)
  return found
}

async function faults(): Promise<[string, number, number][]> {
  return (await verifyAudit(bookId)).faults.map(({ kind, from, to }) => [kind, from, to])
}

it('new entries hash by SM3 and say so', async () => {
  expect((await entries()).map(({ algorithm }) => algorithm)).toEqual(Array(7).fill('sm3'))
  expect(await verifyAudit(bookId)).toMatchObject({ intact: true, entries: 7, faults: [] })
})

describe('an attack on the chain is pointed out:', () => {
  it('an entry reworded', async () => {
    const entry = await entryAt(3)
    await db.audit.put({ ...entry, summary: '另一件事' })
    expect((await verifyAudit(bookId)).faults).toEqual([
      {
        kind: 'altered',
        from: 3,
        to: 3,
        expected: hashOf({ ...entry, summary: '另一件事' }),
        found: entry.hash,
      },
    ])
  })

  it('an entry reworded and hashed again', async () => {
    const changed = { ...(await entryAt(3)), by: '别人' }
    await db.audit.put({ ...changed, hash: hashOf(changed) })
    expect(await faults()).toEqual([['link', 4, 4]])
  })

  it('entries taken out', async () => {
    await db.audit.bulkDelete([(await entryAt(3)).id, (await entryAt(4)).id])
    expect(await faults()).toEqual([['missing', 3, 4]])
  })

  it('the first one taken out', async () => {
    await db.audit.delete((await entryAt(1)).id)
    expect(await faults()).toEqual([['missing', 1, 1]])
  })

  it('two put in each other’s place', async () => {
    const [third, fourth] = [await entryAt(3), await entryAt(4)]
    await db.audit.bulkPut([
      { ...third, number: 4 },
      { ...fourth, number: 3 },
    ])
    expect(await faults()).toEqual([
      ['altered', 3, 3],
      ['link', 3, 3],
      ['altered', 4, 4],
      ['link', 4, 4],
      ['link', 5, 5],
    ])
  })

  it('one put in between under a number that is taken', async () => {
    await db.audit.put({ ...(await entryAt(3)), id: 'stranger' })
    expect((await faults()).map(([kind, from]) => [kind, from])).toContainEqual(['doubled', 3])
  })

  it('the end cut off', async () => {
    await db.audit.delete((await entryAt(7)).id)
    expect(await faults()).toEqual([['cut-off', 7, 7]])
    expect(await countsCheck()).toMatchObject([{ kind: 'head', number: 7 }])
    expect(await endsCheck(null)).toMatchObject([{ kind: 'head', number: 7 }])
  })

  it('the end cut off and the head set back, against the newest backup', async () => {
    const last = await entryAt(7)
    const before = await entryAt(6)
    await db.audit.delete(last.id)
    await db.auditHeads.put({ bookId, number: 6, hash: before.hash })
    expect(await faults()).toEqual([])
    const note = {
      ...{ heads: [{ bookId, number: 7, hash: last.hash }], accounts: 0, reason: 'daily', schemaVersion: 7 },
      books: [{ id: bookId, year: 2026, name: '2026', demo: false, goals: 5 }],
    }
    expect(await endsCheck(note)).toMatchObject([{ kind: 'behind', expected: 7, found: 6 }])
  })

  it('the head replaced', async () => {
    await db.auditHeads.put({ bookId, number: 7, hash: 'f'.repeat(64) })
    expect(await faults()).toEqual([['head', 7, 7]])
    await db.auditHeads.put({ bookId, number: 5, hash: (await entryAt(5)).hash })
    expect(await faults()).toEqual([['beyond-head', 6, 7]])
    await db.auditHeads.delete(bookId)
    expect(await faults()).toEqual([['beyond-head', 1, 7]])
  })

  it('the older algorithm used again', async () => {
    const { algorithm: _algorithm, ...older } = await entryAt(7)
    const hash = hashOf(older)
    await db.audit.put({ ...older, hash })
    await db.auditHeads.put({ bookId, number: 7, hash })
    expect(await faults()).toEqual([['algorithm', 7, 7]])
  })
})

describe('a store with a fault', () => {
  it('shows a goal without its row, and nothing where all is well', async () => {
    expect([...(await endsCheck(null)), ...(await countsCheck())]).toEqual([])
    await db.goalRows.delete(goalId)
    expect(await countsCheck()).toMatchObject([{ kind: 'rows', goals: 5, rows: 4 }])
  })
})

it('finds entries by person, duty, object, day and words', async () => {
  const rows = await auditRows(bookId)
  expect(rows.map(({ number }) => number)).toEqual([7, 6, 5, 4, 3, 2, 1])
  expect(filterAudit(rows, { ...none, subject: goalId }).map(({ number }) => number)).toEqual([7])
  expect(filterAudit(rows, { ...none, search: '新建目标' })).toHaveLength(5)
  expect(filterAudit(rows, { ...none, person: '别人' })).toEqual([])
  expect(filterAudit(rows, { ...none, duty: 'performance', action: 'create-goal' })).toHaveLength(5)
  const day = rows[0]?.day ?? ''
  expect(filterAudit(rows, { ...none, from: day, to: day })).toHaveLength(7)
  expect(filterAudit(rows, { ...none, to: '2000-01-01' })).toEqual([])
})

it('exports a chain that proves itself, its own export included', async () => {
  const text = new TextDecoder().decode(await exportAudit(bookId, acting('auditor')))
  const [first = '', ...lines] = text.trimEnd().split('\n')
  const { head } = JSON.parse(first) as { head: { number: number; hash: string } }
  const exported = lines.map((line) => JSON.parse(line) as AuditEntry)
  expect(exported.at(-1)).toMatchObject({ action: 'export-audit', number: 8 })
  expect(chainFaults(exported, head)).toEqual([])
})

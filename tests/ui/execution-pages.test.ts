import { describe, expect, it } from 'vitest'
import { ledgerLines } from '../../src-renderer/domain/execution/ledger.ts'
import { isKnown, sumLine } from '../../src-renderer/features/execution/execution-rows.ts'
import { goal } from '../domain/dashboard/sample.ts'
import { row, units } from '../domain/execution/sample.ts'

const goals = [
  { ...goal(), code: 'A' },
  { ...goal({ id: 'g2' }), code: 'B' },
]
const linesOf = (rows: ReturnType<typeof row>[]) => ledgerLines({ goals, units, rows, month: 7 })
const sums = (rows: ReturnType<typeof row>[]) => sumLine(linesOf(rows)).map(({ value }) => value)

describe('the sums of 预算执行', () => {
  it('say nothing of what was paid while there is no ledger, and hold nothing against a reference', () => {
    expect(sums([])).toEqual(['0.00', '—', '—', '—', '—'])
    expect(linesOf([]).flatMap(({ notices }) => notices)).toEqual([])
  })

  it('count a project that the ledger does not have as behind, though its own line shows no 支出', () => {
    const lines = linesOf([row()])
    expect(lines.map(isKnown)).toEqual([true, false])
    expect(lines[1]?.notices).toEqual(['behind'])
    expect(sums([row({ paid: 50_000_000 })])[1]).toBe('50.00')
  })

  it('say that the reference is of the projects alone where money without one is among them', () => {
    const names = (rows: ReturnType<typeof row>[]) => sumLine(linesOf(rows)).map(({ name }) => name)
    expect(names([row()])).toContain('项目参照')
    expect(names([row(), row({ goalId: '', line: 'code:X' })])).toContain('项目参照（不含未对应的）')
  })
})

import { describe, expect, it } from 'vitest'
import { scoreText } from '#domain/evaluation/points'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { lineOfSelfEvaluation } from '#domain/evaluation/self-evaluation-line'
import { scoredSoFar, scoreOf } from '#domain/evaluation/self-evaluation-score'
import { rulesById } from '#domain/year-rules'
import {
  entriesByHead,
  entryKeys,
  entryOfCells,
  rowOfEntry,
  settleEntry,
  unreadMark,
} from '../../src-renderer/features/self-evaluation/entry-rows.ts'
import {
  figuresOf,
  filterRows,
  readFilter,
  rowOfLine,
} from '../../src-renderer/features/self-evaluation/self-evaluation-rows.ts'
import { filledForm, openedForm } from '../domain/evaluation/sample.ts'

const pack = rulesById('frame-2015')
const now = '2027-02-20T08:00:00.000Z'
const rowOf = (form: SelfEvaluation) => rowOfLine(lineOfSelfEvaluation(form, pack), now)
const column = (key: (typeof entryKeys)[number]) => entryKeys.indexOf(key)

describe('the sheet of indicators', () => {
  const [entry] = filledForm().entries
  if (!entry) throw new Error('the sample has indicators')
  const { cells } = rowOfEntry(entry, pack)

  it('gives back the entry that it shows', () => {
    for (const each of filledForm().entries)
      expect(entryOfCells(each, rowOfEntry(each, pack).cells)).toEqual(each)
  })

  it('reckons the automatic score anew with every cell', () => {
    const heads = entriesByHead(filledForm().entries)
    const write = (key: (typeof entryKeys)[number], text: string) => {
      const next = cells.map((cell, index) => (index === column(key) ? text : cell))
      return settleEntry(next, [column(key)], heads, pack)
    }
    expect(cells[column('auto')]).toBe('20.00')
    expect(write('actual', ' 60 ')[column('auto')]).toBe('10.00')
    expect(write('weight', '10.00')[column('auto')]).toBe('10.00')
    expect(write('actual', '多数完成')[column('auto')]).toBe('待评')
    expect(write('remark', '不适用')[column('auto')]).toBe('不考核')
  })

  it('marks what is no score and no remark, and keeps neither', () => {
    const broken = cells.map((cell, index) =>
      index === column('own') ? '九分' : index === column('remark') ? '也许' : cell,
    )
    const row = { id: entry.id, cells: broken }
    expect(unreadMark(row, 'own')?.severity).toBe('error')
    expect(unreadMark(row, 'remark')?.text).toContain('不适用')
    expect(unreadMark(row, 'actual')).toBeNull()
    expect(entryOfCells(entry, broken)).toEqual(entry)
  })
})

describe('the ledger', () => {
  const row = (change: Partial<SelfEvaluation> = {}) => rowOf({ ...filledForm(), ...change })

  it('shows the frozen score where it was collected', () => {
    const frozen = {
      ...{ rulesId: 'x', rulesVersion: 1, execution: 900, scores: {}, total: 8000 },
      grade: 'good' as const,
    }
    expect(row({ state: 'submitted' })).toMatchObject({ total: 10_000, grade: 'excellent' })
    expect(row({ state: 'collected', frozen })).toMatchObject({ total: 8000, grade: 'good' })
  })

  it('has no grade of what is still being written', () => {
    expect(row({ state: 'draft' })).toMatchObject({ total: 10_000, grade: '' })
    expect(row({ state: 'returned' })).toMatchObject({ total: 10_000, grade: '' })
  })

  it('counts, and takes the mean of what was handed in with a total, rounded half up', () => {
    const one = { ...row({ state: 'submitted' }), total: 9001 }
    const other = { ...row({ state: 'confirmed' }), total: 8000, grade: 'good' as const }
    const open = { ...row({ state: 'submitted' }), total: null, grade: '' as const }
    const draft = { ...row({ state: 'draft' }), total: 100 }
    expect(figuresOf([one, other, open, draft])).toEqual({
      ...{ due: 4, reported: 3, mean: 8501 },
      grades: { excellent: 1, good: 1, medium: 0, poor: 0 },
    })
    expect(figuresOf([]).mean).toBeNull()
  })

  it('filters by grade, and a to-do’s state stands for its group', () => {
    const filter = readFilter(new URLSearchParams('state=returned&grade=none'))
    expect(filter).toMatchObject({ group: 'missing', grade: 'none' })
    const open = rowOf(openedForm())
    expect(filterRows([row({ state: 'submitted' }), open], filter, [])).toEqual([open])
    const ungraded = { ...filter, group: '' } as const
    expect(filterRows([row({ state: 'submitted' }), open], ungraded, [])).toEqual([open])
  })
})

it('what is missing is named while the total is open', () => {
  const score = scoreOf(openedForm(), pack)
  expect(score && scoredSoFar(score)).toMatchObject({
    points: 0,
    missing: ['execution', 'q', 'z', 't', 'c', 'e', 's'],
  })
})

it.each([
  [0, '0.00'],
  [7, '0.07'],
  [9980, '99.80'],
  [10_000, '100.00'],
  [-250, '-2.50'],
  [null, ''],
])('%s hundredths are written %s', (points, text) => {
  expect(scoreText(points)).toBe(text)
})

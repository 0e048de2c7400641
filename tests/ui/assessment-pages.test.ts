import { describe, expect, it } from 'vitest'
import { combinedScore } from '../../src-renderer/domain/assessments/score.ts'
import {
  filterRows,
  readFilter,
  rowOfAssessment,
  rowOfNeed,
  sortRows,
} from '../../src-renderer/features/assessments/assessment-rows.ts'
import {
  expertsOfRows,
  faultOfCell,
  leading,
  rowsOfScores,
  settleScores,
  unreadMark,
} from '../../src-renderer/features/assessments/score-rows.ts'
import { complete, expert, listed, rules } from '../domain/sample-assessment.ts'
import { sampleGoal, stored, wan } from '../domain/sample-goal.ts'

const table = rules.tables.project
const item = table[0]?.items[0]

describe('the sheet of marks', () => {
  const open = { ...expert('甲', 400), submittedOn: '' }
  const done = expert('乙', 450)

  it('gives the marks back as they were shown, and leaves who has submitted alone', () => {
    const experts = [open, done]
    const rows = rowsOfScores(experts, combinedScore(experts, table))
    expect(rows).toHaveLength(20)
    expect(rows[0]?.cells.slice(leading)).toEqual(['良 4.00', '优 4.50', '4.50'])
    expect(expertsOfRows(experts, ['甲', '乙'], rows, table, rules)).toEqual(experts)
    const cleared = rows.map((row) => ({ ...row, cells: row.cells.map(() => '') }))
    const [first, second] = expertsOfRows(experts, ['甲', '乙'], cleared, table, rules)
    expect(first?.marks).toEqual({})
    expect(second).toBe(done)
  })

  it('puts what was typed in order and keeps what it cannot read in sight, but not in the marks', () => {
    const cells = ['立项必要性', '要点', '5.00', '4.5', '很好', '']
    expect(settleScores(cells, [3, 4, 5], item, rules).slice(leading)).toEqual(['优 4.50', '很好', ''])
    const rows = [{ id: item?.id ?? '', cells: ['', '', '', '很好'] }]
    expect(expertsOfRows([open], ['甲'], rows, table, rules)[0]?.marks).toEqual({})
    expect(unreadMark('很好', item, rules)?.severity).toBe('error')
    expect(unreadMark('优 4.5', item, rules)).toBeNull()
    expect(unreadMark('', item, rules)).toBeNull()
    expect(faultOfCell('优', item, rules)?.severity).toBe('warning')
    expect(faultOfCell('优 3', item, rules)?.text).toContain('属于“中”')
    expect(faultOfCell('优 4.5', item, rules)).toBeNull()
    expect(faultOfCell('', item, rules)).toBeNull()
  })
})

describe('the rows of the ledger', () => {
  const now = '2026-09-20T08:00:00.000Z'
  const goal = stored(sampleGoal({ attribute: 'new', total: 150 * wan, preAssessment: '评〔2025〕1号' }))
  const { need } = listed()
  const rows = [
    rowOfNeed({ goal, need, previous: null }),
    rowOfAssessment(listed({ id: 'due' }), now),
    rowOfAssessment(complete({ id: 'done', state: 'concluded' }), now),
    rowOfAssessment(listed({ id: 'free', state: 'exempt' }), now),
  ]

  it('says group, word, who holds it, how late it is, and the cut only once concluded', () => {
    expect(rows.map(({ group, word, holder, cut }) => [group, word, holder, cut])).toEqual([
      ['unlisted', '应评未列', '', null],
      ['running', '待提出建议', '支出管理', null],
      ['concluded', '予以支持', '', 30 * wan],
      ['exempt', '免评', '', null],
    ])
    // Nineteen days of which ten are allowed.
    expect(rows.map(({ overdue }) => overdue)).toEqual([0, 9, 0, 0])
    expect(rows[0]?.why).toContain('表中填有：评〔2025〕1号')
  })

  it('filters by what the address says and ignores what it cannot mean', () => {
    const filter = readFilter(new URLSearchParams('group=running'))
    expect(filterRows(rows, filter, []).map(({ id }) => id)).toEqual(['due'])
    expect(filterRows(rows, filter, [], true)).toHaveLength(4)
    expect(readFilter(new URLSearchParams('group=constructor')).group).toBe('')
    const numbered = readFilter(new URLSearchParams({ search: '南财评' }))
    expect(filterRows(rows, numbered, []).map(({ id }) => id)).toEqual(['done'])
  })

  it('stands by group, or by the column chosen', () => {
    const shuffled = rows.toReversed()
    expect(sortRows(shuffled, '', false).map(({ group }) => group)).toEqual([
      'unlisted',
      'running',
      'concluded',
      'exempt',
    ])
    expect(sortRows(shuffled, 'cut', true)[0]?.id).toBe('done')
  })
})

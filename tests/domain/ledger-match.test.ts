import { describe, expect, it } from 'vitest'
import { ledgerMatch, unitsWithin } from '#domain/ledger-match'
import type { Unit } from '#domain/year-book'
import { sampleUnit } from './sample-unit.ts'

const units = [
  unit('hospital', '', 'social', '县人民医院', 'xrmyy'),
  unit('branch', 'hospital', 'social', '人民医院河东分院', 'rmyyhdfy'),
  unit('ward', 'branch', 'farm', '河东分院康复科', 'hdfykfk'),
  unit('school', '', 'teach', '县第一中学', 'xdyzx'),
]

function unit(id: string, parentId: string, sectionId: string, name: string, initials: string): Unit {
  return sampleUnit(id, { parentId, sectionId, name, initials })
}

const all = { unit: '', section: '', search: '' }

describe('what every ledger filters by', () => {
  it('lets all through while nothing is wished, of unknown units too', () => {
    const matches = ledgerMatch(all, units)
    expect(matches('school', [])).toBe(true)
    expect(matches('gone', [])).toBe(true)
  })

  it('takes the unit and all below it, however deep', () => {
    expect([...unitsWithin(units, 'hospital')].sort()).toEqual(['branch', 'hospital', 'ward'])
    const matches = ledgerMatch({ ...all, unit: 'hospital' }, units)
    expect(['hospital', 'branch', 'ward', 'school', 'gone'].filter((id) => matches(id, []))).toEqual([
      'hospital',
      'branch',
      'ward',
    ])
  })

  it('takes the units that a section looks after, not those of their superior’s section', () => {
    const matches = ledgerMatch({ ...all, section: 'social' }, units)
    expect(['hospital', 'branch', 'ward', 'gone'].filter((id) => matches(id, []))).toEqual([
      'hospital',
      'branch',
    ])
  })

  it.each([
    ['the record’s own text', '路灯', true],
    ['letters of any width and case', 'ｇ３０', true],
    ['the unit’s name', '第一中', true],
    ['the unit’s initials, with spaces around', ' xdyz ', true],
    ['nothing that stands there', '水库', false],
  ])('finds by %s', (_what, search, found) => {
    expect(ledgerMatch({ ...all, search }, units)('school', ['G30 沿线路灯'])).toBe(found)
  })

  it('wants all that is wished at once', () => {
    const matches = ledgerMatch({ unit: 'hospital', section: 'social', search: '设备' }, units)
    expect(matches('branch', ['设备购置'])).toBe(true)
    expect(matches('branch', ['房屋维修'])).toBe(false)
    expect(matches('ward', ['设备购置'])).toBe(false)
    expect(matches('school', ['设备购置'])).toBe(false)
  })
})

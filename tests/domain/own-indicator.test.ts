import { describe, expect, it } from 'vitest'
import { emptyIndicator } from '../../src-renderer/domain/goals/goal.ts'
import { commonSector, library, libraryIn, sectors } from '../../src-renderer/domain/library/library.ts'
import { checkOwn, firstFault } from '../../src-renderer/domain/library/own-check.ts'
import { indicatorFlow, mayChangeOwn, seesOwn, waitsFor } from '../../src-renderer/domain/library/own-flow.ts'
import {
  entryKey,
  type OwnContent,
  type OwnIndicator,
  ownEntry,
  ownFromRow,
} from '../../src-renderer/domain/library/own-indicator.ts'
import { searchLibrary } from '../../src-renderer/domain/library/search.ts'
import { suggestIndicators } from '../../src-renderer/domain/library/suggest.ts'
import type { Actor, Duty } from '../../src-renderer/domain/people/duties.ts'
import { frame2015 } from '../../src-renderer/domain/rules/frame-2015.ts'
import { frame2021 } from '../../src-renderer/domain/rules/frame-2021.ts'
import { nextState, stepsFrom } from '../../src-renderer/domain/workflow.ts'
import { walnuts } from './sample-indicator.ts'

const content = walnuts

function own(change: Partial<OwnIndicator> = {}): OwnIndicator {
  return {
    ...content,
    id: 'o1',
    demo: false,
    proposedBy: '南江县林业局',
    proposedDuty: 'unit',
    proposedScope: '213001',
    state: 'confirmed',
    heldSince: '2026-01-01T00:00:00.000Z',
    opinion: '',
    trail: [],
    initials: 'htdcygzmj',
    revision: 1,
    changedAt: '2026-01-01T00:00:00.000Z',
    changedBy: '王晓',
    ...change,
  }
}

function actor(duty: Duty, scope = ''): Actor {
  return { accountId: 'a', name: '王晓', duty, scope }
}

const context = { rules: frame2021, sectors, others: library }
const faults = (change: Partial<OwnContent>) =>
  checkOwn({ ...content, ...change }, context).map(({ at, severity }) => `${severity} ${at}`)
const reference = { id: 'r', standard: '行业标准', value: '500', year: '2025', note: '' } as const

describe('checks of 个性指标', () => {
  it('has nothing to say of a complete one', () => {
    expect(faults({})).toEqual([])
    expect(faults({ explanation: '', references: [reference] })).toEqual([])
    expect(faults({ operator: '定性', unit: '' })).toEqual([])
  })

  it.each([
    ['a name of spaces', { name: ' ' }, 'error name'],
    ['a level 1 outside the frame', { level1: '管理指标' }, 'error level1'],
    ['a level 2 of another level 1', { level2: '社会效益指标' }, 'error level2'],
    ['no sign', { operator: '' }, 'error operator'],
    ['no unit of a number', { unit: ' ' }, 'error unit'],
    ['an unknown sector', { sector: 'moon' }, 'error sector'],
    ['no kind of object', { kinds: [] }, 'error kinds'],
    ['nothing to measure by', { explanation: ' ' }, 'error explanation'],
    [
      'a reference without its value',
      { references: [{ ...reference, value: '' }] },
      'error references.r.value',
    ],
    ['a year of two digits', { references: [{ ...reference, year: '25' }] }, 'error references.r.year'],
  ] as const)('finds %s', (_what, change, expected) => {
    expect(faults(change)).toEqual([expected])
  })

  it('takes a reference without a year', () => {
    expect(faults({ references: [{ ...reference, year: '' }] })).toEqual([])
  })

  it('warns of a shipped or own one of the same name and second level, which does not stand in the way', () => {
    const [shipped] = library
    const { name = '', level1 = '', level2 = '' } = shipped ?? {}
    expect(faults({ name: ` ${name}`, level1, level2 })).toEqual(['warning name'])
    const problems = checkOwn(content, { ...context, others: [own({ name: '核桃 低产园改造面积' })] })
    expect(problems.map(({ severity }) => severity)).toEqual(['warning'])
    expect(firstFault(problems)).toBeNull()
    expect(checkOwn(content, { ...context, others: [own({ level2: '质量指标' })] })).toEqual([])
  })

  it('accepts the levels of either frame in either', () => {
    const cost = { ...content, level1: '成本指标', level2: '经济成本指标' }
    expect(checkOwn(cost, { ...context, rules: frame2015 })).toEqual([])
    const older = { ...content, level1: '产出指标', level2: '成本指标' }
    expect(checkOwn(older, context)).toEqual([])
  })
})

describe('the road of 个性指标', () => {
  it('leads from the proposal over a return to use, and out of it and back', () => {
    const performance = { duty: 'performance' } as const
    const to = (state: OwnIndicator['state'], id: Parameters<typeof nextState>[2]['id'], opinion = '') =>
      nextState(indicatorFlow, state, { id, opinion }, performance)
    expect(to('proposed', 'confirm-indicator')).toEqual({ to: 'confirmed' })
    expect(to('proposed', 'return-indicator', '请补充')).toEqual({ to: 'returned' })
    expect(to('proposed', 'return-indicator', ' ')).toEqual({ refused: 'opinion-missing' })
    expect(to('returned', 'propose-indicator')).toEqual({ to: 'proposed' })
    expect(to('returned', 'confirm-indicator')).toEqual({ refused: 'not-allowed' })
    expect(to('confirmed', 'return-indicator', '口径有误')).toEqual({ to: 'returned' })
    expect(to('confirmed', 'retire-indicator', '不再使用')).toEqual({ to: 'retired' })
    expect(to('retired', 'resume-indicator')).toEqual({ to: 'confirmed' })
  })

  it('lets a unit propose again, and confirm nothing', () => {
    const ids = (state: OwnIndicator['state']) =>
      stepsFrom(indicatorFlow, state, { duty: 'unit' }).map(({ id }) => id)
    expect([ids('proposed'), ids('returned'), ids('confirmed')]).toEqual([[], ['propose-indicator'], []])
  })

  it('lets only the proposer and the one who confirms change it, and only before it is confirmed', () => {
    const proposed = own({ state: 'proposed' })
    expect(mayChangeOwn(actor('unit', '213001'), proposed)).toBe(true)
    expect(mayChangeOwn(actor('unit', '205001'), proposed)).toBe(false)
    expect(mayChangeOwn(actor('spending', '213001'), proposed)).toBe(false)
    expect(mayChangeOwn(actor('performance'), proposed)).toBe(true)
    expect(mayChangeOwn(actor('budget'), proposed)).toBe(false)
    expect(mayChangeOwn(actor('performance'), own())).toBe(false)
    expect(seesOwn(actor('unit', '205001'), proposed)).toBe(false)
    expect(seesOwn(actor('unit', '205001'), own())).toBe(true)
    expect(seesOwn(actor('budget'), proposed)).toBe(true)
  })

  it('waits for the one who confirms, and after a return for whom it came from', () => {
    const [proposed, returned] = [own({ state: 'proposed' }), own({ state: 'returned' })]
    expect(waitsFor({ duty: 'performance', scope: '' }, proposed)).toBe(true)
    expect(waitsFor({ duty: 'unit', scope: '213001' }, proposed)).toBe(false)
    expect(waitsFor({ duty: 'unit', scope: '213001' }, returned)).toBe(true)
    expect(waitsFor({ duty: 'unit', scope: '' }, returned)).toBe(true)
    expect(waitsFor({ duty: 'unit', scope: '205001' }, returned)).toBe(false)
    expect(waitsFor({ duty: 'performance', scope: '' }, returned)).toBe(false)
    expect(waitsFor({ duty: 'unit', scope: '213001' }, own())).toBe(false)
  })
})

describe('the library with the own ones', () => {
  it('has the confirmed ones first, and no others', () => {
    const all = [
      own(),
      own({ id: 'o2', name: '未确认', state: 'proposed' }),
      own({ id: 'o3', state: 'retired' }),
    ]
    const entries = libraryIn(frame2021, all)
    expect(entries.length).toBe(library.length + 1)
    expect(entries[0]).toMatchObject({ id: 'o1', mark: '本县', origin: '本县个性指标（南江县林业局提出）' })
    const found = searchLibrary(entries, sectors, { text: '低产园', sector: '', level1: '' }, () => '')
    expect(found.map(({ id }) => id)).toEqual(['o1'])
    const by = (origin: 'shipped' | 'own' | '') =>
      searchLibrary(entries, sectors, { text: '', sector: '', level1: '', origin }, () => '').length
    expect([by('own'), by('shipped'), by('')]).toEqual([1, library.length, library.length + 1])
  })

  it('lets the own one stand in the place of the shipped one of the same name and second level', () => {
    const shipped = libraryIn(frame2021)[5]
    if (!shipped) throw new Error('the library is empty')
    const { name, level1, level2 } = shipped
    const entries = libraryIn(frame2021, [own({ name, level1, level2 })])
    expect(entries.filter((entry) => entryKey(entry) === entryKey(shipped)).map(({ id }) => id)).toEqual([
      'o1',
    ])
    const elsewhere = libraryIn(frame2021, [own({ name, state: 'retired', level1, level2 })])
    expect(elsewhere.map(({ id }) => id)).toContain(shipped.id)
  })

  it('suggests it for a project of its sector before shipped ones of equal rank', () => {
    const sector = sectors.find(({ id }) => id !== commonSector)
    if (!sector) throw new Error('no sector')
    const facts = {
      name: `${sector.words[0]}项目`,
      overview: '',
      unitName: '',
      kind: 'project',
      present: [],
      previous: [],
    } as const
    const entries = libraryIn(frame2021, [own({ sector: sector.id, kinds: ['project'] })])
    const found = suggestIndicators(entries, sectors, facts, commonSector)
    expect(found.map(({ entry }) => entry.id)).toContain('o1')
    const policies = libraryIn(frame2021, [own({ sector: sector.id, kinds: ['department'] })])
    const none = suggestIndicators(policies, sectors, facts, commonSector, policies.length)
    expect(none.map(({ entry }) => entry.id)).not.toContain('o1')
  })

  it('stands in the levels of the year', () => {
    const cost = own({ level1: '成本指标', level2: '经济成本指标' })
    expect(ownEntry(cost, frame2015)).toMatchObject({ level1: '产出指标', level2: '成本指标' })
    const older = own({ level1: '产出指标', level2: '成本指标' })
    expect(ownEntry(older, frame2021)).toMatchObject({ level1: '成本指标', level2: '经济成本指标' })
  })
})

describe('a row of a goal as a proposal', () => {
  const row = {
    ...emptyIndicator('i1', '产出指标', '数量指标'),
    name: ' 改造面积',
    operator: '≥' as const,
    value: '500',
    unit: '亩',
    basis: '行业标准',
  }
  const goal = { name: '核桃产业', year: 2026, kind: 'project' } as const

  it('keeps the target as the first 参考值', () => {
    expect(ownFromRow(row, goal, commonSector, () => 'r1')).toMatchObject({
      name: '改造面积',
      value: '',
      standard: '行业标准',
      references: [{ id: 'r1', standard: '行业标准', value: '500', year: '2026', note: '核桃产业' }],
      kinds: ['project', 'policy'],
    })
  })

  it('keeps a basis in other words as the note, and makes no 参考值 of an empty target', () => {
    const made = ownFromRow({ ...row, basis: '省厅文件' }, goal, commonSector, () => 'r1')
    expect(made.references[0]).toMatchObject({ standard: '计划标准', note: '核桃产业；省厅文件' })
    expect(ownFromRow({ ...row, value: ' ' }, goal, commonSector, () => 'r1').references).toEqual([])
    const whole = ownFromRow(row, { ...goal, kind: 'department' }, commonSector, () => 'r1')
    expect(whole.kinds).toEqual(['department'])
  })
})

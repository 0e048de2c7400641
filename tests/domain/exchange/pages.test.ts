import { describe, expect, it } from 'vitest'
import { type BoardRow, boardRows, codesOwing, expectedOf, toRemind } from '#domain/exchange/board'
import { cardText, coverMatch, coverText, inGroups, isSameFingerprint } from '#domain/exchange/cover'
import { differencesOf } from '#domain/exchange/differences'
import { absent } from '#domain/exchange/merge'
import { bringsNoWork, purposesOn, receiversOf } from '#domain/exchange/offer'
import type { PackageRecord } from '#domain/exchange/package'
import { lineOf } from '#domain/exchange/rehearsal'
import { packageAddressees, packageReminderText } from '#domain/exchange/reminder'
import type { Peer, Station } from '#domain/exchange/station'
import { pathWords, stateChange, valueWords } from '#domain/exchange/words'
import type { MonitoringState } from '#domain/monitoring/flow'
import type { Unit } from '#domain/year-book'
import { sampleUnit } from '../sample-unit.ts'

const stamp = { createdAt: '', changedAt: '', changedBy: '' }
const county: Station = {
  ...{ id: 's1', name: '南江县财政局', level: 'county', regionCode: '511922', unitCode: '', publicKey: '04' },
  ...{ sealedKey: '', formerKeys: [], handOvers: [], ...stamp },
}
const city: Station = { ...county, id: 's0', name: '巴中市财政局', level: 'city', regionCode: '511900' }

function unit(id: string, code: string, parentId = ''): Unit {
  return sampleUnit(id, { code, name: `单位${code}`, parentId })
}
const units = [unit('u1', '201'), unit('u2', '201001', 'u1'), unit('u3', '202')]

function peer(unitCode: string, state: Peer['state'] = 'trusted'): Peer {
  return {
    ...{
      id: `p${unitCode}`,
      name: '某单位',
      level: 'unit',
      regionCode: '511922',
      unitCode,
      publicKey: '04ab',
    },
    ...{ formerKeys: [], state, acceptedBy: '', acceptedAt: '', accepted: 'fingerprint', reason: '' },
    ...{ revision: 1, changedAt: '', changedBy: '' },
  }
}

function came(change: Partial<PackageRecord>): PackageRecord {
  return {
    ...{ id: 'k', bookId: 'b', direction: 'in', purpose: 'report', year: 2026, peer: peer('201001') },
    ...{
      peerId: '',
      scope: '',
      unitCodes: ['201001'],
      sequence: 1,
      base: '',
      seen: '',
      fileName: '',
      size: 1,
    },
    ...{
      sha256: '',
      sm3: '',
      counts: { goals: 1 },
      totals: {},
      secrets: 0,
      copy: '',
      medium: '',
      state: 'applied',
    },
    ...{
      receipt: null,
      overridden: '',
      createdAt: '2026-03-01T00:00:00.000Z',
      at: '2026-03-10T02:00:00.000Z',
    },
    ...{ by: '', revision: 1, changedAt: '', changedBy: '', ...change },
  }
}

describe('paper and file', () => {
  const sm3 = 'a'.repeat(64)
  const facts = { id: 'k1', sm3, totals: { 目标资金总额: 520, 国库支出: 7 } }

  it('the code is of plain characters and is matched with the same bytes alone', () => {
    const text = coverText(facts)
    expect(text).toMatch(/^[\x20-\x7e]+$/)
    expect(coverMatch(` ${text}\n`, facts)).toBe('same')
    expect(coverMatch(text, { ...facts, id: 'k2' })).toBe('other-package')
    expect(coverMatch(text, { ...facts, sm3: 'b'.repeat(64) })).toBe('altered')
    expect(coverMatch(text, { ...facts, totals: { ...facts.totals, 国库支出: 8 } })).toBe('altered')
    expect(coverMatch('http://example', facts)).toBe('unread')
    expect(coverMatch(cardText({ id: 's' }, '00000 00000 00000 00000'), facts)).toBe('unread')
  })

  it('the order in which totals were reckoned makes no difference', () => {
    expect(coverText({ ...facts, totals: { 国库支出: 7, 目标资金总额: 520 } })).toBe(coverText(facts))
  })

  it('a fingerprint may be typed with or without spaces, in full width, or scanned from its own card', () => {
    const mark = '12345 67890 12345 67890'
    for (const given of [
      mark,
      '12345678901234567890',
      '１２３４５ 67890　12345 67890',
      cardText({ id: 's' }, mark),
    ])
      expect(isSameFingerprint(given, mark, 's'), given).toBe(true)
    for (const given of [
      '',
      '12345 67890 12345 67891',
      '1234567890123456789',
      cardText({ id: 'other' }, mark),
    ])
      expect(isSameFingerprint(given, mark, 's'), given).toBe(false)
    expect(inGroups(sm3)).toHaveLength(8)
  })
})

describe('who may be sent what', () => {
  it('a book as a whole goes up, never down', () => {
    expect(purposesOn('to-unit')).toEqual(['parameters', 'decision'])
    expect(purposesOn('to-bureau')).toEqual(['parameters'])
    expect(purposesOn('unit-up')).toEqual(['report'])
    expect(purposesOn('bureau-up')).toEqual(['report', 'disclosure', 'handover'])
  })

  it('a unit with a card stands once, a revoked one as without a card', () => {
    const list = receiversOf(county, [peer('201001'), peer('202', 'revoked')], units)
    expect(list.map(({ party, publicKey }) => [party.unitCode, publicKey])).toEqual([
      ['201001', '04ab'],
      ['201', ''],
      ['202', ''],
    ])
    // Chosen by the book's name, though the office calls itself otherwise on its card.
    expect(list[0]).toMatchObject({ name: units.find(({ code }) => code === '201001')?.name })
    expect(list[0]?.party.name).not.toBe(list[0]?.name)
    expect(receiversOf(city, [], []).map(({ party }) => party.level)).not.toContain('city')
  })
})

describe('收发看板', () => {
  const at = (packages: readonly PackageRecord[], change = {}): BoardRow[] =>
    boardRows({
      ...{
        expected: expectedOf(county, units),
        packages,
        subject: 'all',
        since: '',
        owing: new Set(),
        dueOn: '',
        today: '2026-03-10',
      },
      ...{ dayOf: (moment: string) => moment.slice(0, 10), ...change },
    })
  const states = (rows: readonly BoardRow[]) => rows.map(({ state }) => state)

  it('a department’s package stands for the units in it', () => {
    const whole = came({ peer: peer('201'), unitCodes: ['201', '201001'] })
    expect(states(at([whole]))).toEqual(['received', 'received', 'missing'])
  })

  it('the newest number counts, what was taken back does not', () => {
    const rows = at([came({}), came({ id: 'k2', sequence: 2, state: 'refused' })])
    expect(rows[1]).toMatchObject({ state: 'refused', versions: 2, latest: { sequence: 2 } })
    expect(states(at([came({ state: 'undone' })]))[1]).toBe('missing')
    expect(toRemind(rows).map(({ key }) => key)).toEqual(['201', '201001', '202'])
  })

  it('on the due day it is in time, a day later it is late', () => {
    expect(at([came({})], { dueOn: '2026-03-10' }).map(({ isLate, state }) => [isLate, state])).toEqual([
      [false, 'missing'],
      [false, 'received'],
      [false, 'missing'],
    ])
    const rows = at([came({})], { dueOn: '2026-03-09' })
    expect(rows[1]).toMatchObject({ isLate: true, state: 'received' })
    expect(rows[2]?.state).toBe('late')
  })

  it('only what brings the forms that are asked for, since the round was opened', () => {
    expect(states(at([came({})], { subject: 'monitorings' }))[1]).toBe('missing')
    expect(states(at([came({})], { subject: 'goals' }))[1]).toBe('received')
    expect(states(at([came({})], { since: '2026-03-01T00:00:00.001Z' }))[1]).toBe('missing')
  })

  it('one that only tells of an older round again brings nothing of this one; what is not taken in may', () => {
    const told = (record: Partial<PackageRecord>, owing: readonly string[]) =>
      states(
        at([came({ counts: { monitorings: 3 }, ...record })], {
          subject: 'monitorings',
          owing: new Set(owing),
        }),
      )[1]
    expect(told({}, ['201001'])).toBe('missing')
    expect(told({}, [])).toBe('received')
    expect(told({ state: 'held' }, ['201001'])).toBe('waiting')
    expect(told({ state: 'refused' }, ['201001'])).toBe('refused')
  })

  it('owing is who was asked for forms of which none has come; one of a unit below stands for the department', () => {
    const form = (code: string, state: MonitoringState) => ({
      unitId: units.find((unit) => unit.code === code)?.id ?? '',
      state,
    })
    const owing = (...forms: ReturnType<typeof form>[]) => [...codesOwing(forms, units)].sort()
    expect(owing(form('201001', 'draft'), form('202', 'returned'))).toEqual(['201', '201001'])
    expect(owing(form('201001', 'draft'), form('201001', 'submitted'), form('202', 'draft'))).toEqual(['202'])
    expect(owing(form('201', 'submitted'), form('201001', 'draft'))).toEqual(['201001'])
    expect(owing(form('201001', 'exempt'))).toEqual([])
    expect(owing()).toEqual([])
  })

  it('a city expects its counties and not itself', () => {
    const names = expectedOf(city, []).map(({ regionCode }) => regionCode)
    expect(names).toContain('511922')
    expect(names).not.toContain('511900')
  })
})

describe('催报', () => {
  const lines = [
    { department: '县教育局', name: '教育局机关', state: '未报' as const },
    { department: '县教育局', name: '第一小学', state: '退回未重报' as const },
  ]
  const data = { year: 2026, what: '绩效目标', writtenOn: '2026-03-10', lines }

  it('reminds up to the due day and urges after it', () => {
    expect(packageReminderText({ ...data, dueOn: '2026-03-10' })).toContain('距今还有 0 天')
    expect(packageReminderText({ ...data, dueOn: '2026-03-09' })).toContain('已超过 1 天')
    expect(packageReminderText({ ...data, dueOn: '' })).toContain('其中 1 个退回后还没有重报')
    expect(packageAddressees(lines)).toBe('县教育局')
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        department: `部门${index}`,
        name: '',
        state: '未报' as const,
      }))
    expect(packageAddressees(many(8))).toContain('部门7')
    expect(packageAddressees(many(9))).toBe('各有关单位')
  })
})

describe('what differs, in words', () => {
  const base = {
    id: 'g',
    name: '项目',
    status: 'submitted',
    total: 100,
    overview: '旧',
    indicators: [{ id: 'i', name: '里程', value: '80' }],
  }
  const ours = {
    ...base,
    overview: '本机',
    revision: 3,
    indicators: [{ id: 'i', name: '里程', value: '85' }],
  }
  const theirs = { ...base, overview: '来包', total: 52_000_000, revision: 9 }
  const line = lineOf('unit-up', { content: { table: 'goals' }, theirs, ours, base })

  it('goes down to the field, marks conflicts, and leaves the bookkeeping out', () => {
    expect(differencesOf(line).map(({ path, isConflict }) => [path, isConflict])).toEqual([
      ['total', false],
      ['overview', true],
      ['indicators.i.value', false],
    ])
  })

  it('a new record shows all that it says', () => {
    const fresh = lineOf('unit-up', { content: { table: 'goals' }, theirs, ours: null, base: null })
    const shown = differencesOf(fresh)
    expect(shown.map(({ path }) => path)).toContain('name')
    expect(shown.every(({ ours: mine }) => mine === absent)).toBe(true)
  })

  it('paths and values are read as a person reads them', () => {
    expect(pathWords('indicators.i.value', [ours])).toBe('绩效指标 › “里程” › 指标值')
    expect(pathWords('', [])).toBe('整条记录')
    const back = { status: 'returned', opinion: '请核减。' }
    expect(stateChange('goals', { status: 'submitted' }, back)).toBe('待初审 → 已退回：请核减。')
    expect(stateChange('goals', null, { status: 'approved', opinion: '' })).toBe('已批复')
    expect(stateChange('goals', back, back)).toBe('')
    expect(stateChange('units', null, {})).toBe('')
    expect(valueWords('goals', 'total', 52_000_000)).toBe('52.00 万元')
    expect(valueWords('goals', 'status', 'returned')).toBe('已退回')
    expect(valueWords('goals', 'secret', false)).toBe('否')
    expect(valueWords('goals', 'overview', absent)).toBe('（没有）')
    expect(valueWords('goals', 'remarks', '')).toBe('（空）')
  })
})

describe('a package without any work of its year', () => {
  it.each([
    ['report', { books: 1, sections: 13 }, true],
    ['report', {}, true],
    ['decision', { calendars: 2, rounds: 1 }, true],
    ['report', { books: 1, sections: 13, goals: 1 }, false],
    ['report', { executions: 5 }, false],
    // What it is for is the book itself.
    ['parameters', { books: 1, sections: 13 }, false],
  ] as const)('%s %j: %s', (purpose, counts, isEmpty) => {
    expect(bringsNoWork({ purpose, counts })).toBe(isEmpty)
  })
})

import { describe, expect, it } from 'vitest'
import { type CheckFacts, hindrancesOf, missingBelow } from '#domain/exchange/checks'
import { type Carried, type Content, contentsOf, goes, type Way } from '#domain/exchange/contents'
import { deletionOf, type Line, lineOf, outcomeOf } from '#domain/exchange/rehearsal'
import { hasPassed, maySay } from '#domain/exchange/said'
import { type Party, type Peer, type Trust, trustOfSender } from '#domain/exchange/station'
import { isWithin, scopeOf, wayOf } from '#domain/exchange/way'
import type { Unit } from '#domain/year-book'
import { noFiles } from './no-files.ts'

const school: Party = {
  ...{ id: '', name: '第一小学', level: 'unit', regionCode: '511922', unitCode: '205003' },
}

const sound: CheckFacts = {
  ...{
    trust: 'trusted',
    before: '',
    isIdTaken: false,
    ...{ purpose: 'decision', sequence: 1, newest: 0 },
    isRestored: false,
    hasTwin: false,
    missing: [],
  },
  ...{ receiver: school, here: school, isForHere: true, hasBook: true, isOthersBook: false },
  ...{
    year: 2026,
    bookYear: 2026,
    strange: [],
    isAllRefused: false,
    region: { theirs: '511922', ours: '511922' },
  },
  ...{ rules: { theirs: 'r1', ours: 'r1' }, schemaVersion: 8, ownSchemaVersion: 8 },
  totals: { stated: { 目标资金总额: 100 }, reckoned: { 目标资金总额: 100 }, former: { 目标资金总额: 100 } },
  files: noFiles,
}

const notForHere = { isForHere: false, hasTwin: true, newest: 2, isRestored: true, missing: [1] }

const goals: Content = { table: 'goals' }

describe('what stands against a package', () => {
  it('is nothing where everything fits', () => {
    expect(hindrancesOf(sound)).toEqual([])
  })

  it('of an older one names both numbers, and asks for what can still be taken', () => {
    const [older] = hindrancesOf({ ...sound, newest: 2 })
    expect(older?.message).toContain('第 2 号')
    expect(older?.message).toContain('这一个是第 1 号')
    expect(older?.message).toContain('重新生成一个批复包')
  })

  it.each([
    [{ ...school, unitCode: '205004' }, '改正本机名片'],
    [{ ...school, id: 'renewed' }, '从前的名片'],
    [{ ...school, level: 'county', unitCode: '' } as const, '要给本机的数据包'],
  ])('of one for another receiver names both and the way on: %j', (here, way) => {
    const [receiver] = hindrancesOf({ ...sound, isForHere: false, here })
    expect(receiver?.message).toContain('给“第一小学”（单位代码 205003）的，不是给本机“第一小学”')
    expect(receiver?.message).toContain(here.unitCode)
    expect(receiver?.message).toContain(way)
  })

  it.each<[string, Partial<CheckFacts>, string]>([
    ['own', { trust: 'own' }, 'stop'],
    ['untrusted', { trust: 'unknown' }, 'decide'],
    ['untrusted', { trust: 'revoked' }, 'decide'],
    ['untrusted', { trust: 'mismatch' }, 'decide'],
    ['former-key', { trust: 'former' }, 'decide'],
    ['known', { before: 'applied' }, 'stop'],
    ['known', { before: 'partly' }, 'stop'],
    ['refused', { before: 'refused' }, 'warn'],
    ['id-taken', { isIdTaken: true }, 'stop'],
    ['twin', { hasTwin: true }, 'warn'],
    ['older', { newest: 2 }, 'stop'],
    ['restored', { newest: 2, isRestored: true }, 'decide'],
    ['gap', { missing: [2] }, 'warn'],
    ['receiver', { isForHere: false }, 'stop'],
    // Its numbers are counted with somebody else, and no administrator can make it ours.
    ['receiver', { ...notForHere, trust: 'unknown' }, 'stop'],
    ['own', { ...notForHere, trust: 'own' }, 'stop'],
    ['newer-program', { schemaVersion: 9 }, 'stop'],
    ['no-book', { hasBook: false, bookYear: null }, 'stop'],
    ['others-book', { isOthersBook: true }, 'stop'],
    ['year', { year: 2025 }, 'stop'],
    ['year', { year: 2027 }, 'stop'],
    ['strange', { strange: ['records/audit.ndjson.gz'] }, 'stop'],
    ['all-refused', { isAllRefused: true }, 'stop'],
    ['region', { region: { theirs: '511923', ours: '511922' } }, 'stop'],
    ['rules', { rules: { theirs: 'r2', ours: 'r1' } }, 'warn'],
    [
      'totals',
      { totals: { stated: { 国库支出: 100 }, reckoned: { 国库支出: 101 }, former: { 国库支出: 102 } } },
      'stop',
    ],
    ['totals', { totals: { stated: {}, reckoned: { 监控执行数: 1 }, former: { 监控执行数: 1 } } }, 'stop'],
    ['totals', { totals: { stated: { 监控执行数: 1 }, reckoned: {}, former: {} } }, 'stop'],
  ])('%s: %j', (code, change, severity) => {
    const found = hindrancesOf({ ...sound, ...change })
    expect(found.map((each) => [each.code, each.severity])).toEqual([[code, severity]])
    expect(found[0]?.message).toMatch(/。$/)
  })

  it('is nothing just inside each border', () => {
    for (const change of [
      { before: 'undone' },
      { before: 'held' },
      { schemaVersion: 7 },
      { region: { theirs: '', ours: '511922' } },
      { rules: { theirs: 'r1', ours: '' } },
      { totals: { stated: { 监控执行数: 0 }, reckoned: {}, former: {} } },
      // A former program added months to months.
      { totals: { stated: { 国库支出: 300 }, reckoned: { 国库支出: 200 }, former: { 国库支出: 300 } } },
    ])
      expect([change, hindrancesOf({ ...sound, ...change })]).toEqual([change, []])
  })

  it('gaps are the numbers below that never came, the first hundred of them', () => {
    expect(missingBelow(1, [])).toEqual([])
    expect(missingBelow(4, [1, 3, 9])).toEqual([2])
    expect(missingBelow(3, [1, 2])).toEqual([])
    expect(missingBelow(Number.MAX_SAFE_INTEGER, [])).toHaveLength(100)
  })
})

const unit: Party = { id: 'u1', name: '一小', level: 'unit', regionCode: '511922', unitCode: '205003' }
const peer: Peer = {
  ...unit,
  ...{ publicKey: 'k1', formerKeys: ['k0'], state: 'trusted', accepted: 'fingerprint', reason: '' },
  ...{ acceptedBy: '', acceptedAt: '', revision: 1, changedAt: '', changedBy: '' },
}

describe('whose word it is', () => {
  it('is the station’s only as what its card said it is', () => {
    const trust = (key: string, sender: Partial<Party>): Trust =>
      trustOfSender(key, { ...unit, ...sender }, null, [
        peer,
        { ...peer, id: 'u2', publicKey: 'k2', formerKeys: [] },
      ])
    expect(trust('k1', {})).toBe('trusted')
    expect(trust('k1', { name: '第一小学' })).toBe('trusted')
    expect(trust('k0', {})).toBe('former')
    for (const claim of [
      { unitCode: '205001' },
      { level: 'city' as const },
      { level: 'county' as const },
      { regionCode: '' },
    ])
      expect([claim, trust('k1', claim)]).toEqual([claim, 'mismatch'])
    expect(trust('k2', {})).toBe('mismatch')
    expect(trust('k9', {})).toBe('mismatch')
    expect(trust('k9', { id: 'u9' })).toBe('unknown')
  })

  it('of a unit approves nothing, but may repeat what it was told', () => {
    for (const state of ['draft', 'returned', 'submitted'])
      expect(maySay('unit-up', 'goals', state, [])).toBe(true)
    for (const state of ['approved', 'reviewed', 'rejected', 'joint'])
      expect([
        state,
        maySay('unit-up', 'goals', state, []),
        maySay('unit-up', 'goals', state, [state]),
      ]).toEqual([...[state, false, true]])
    expect(maySay('to-unit', 'goals', 'approved', [])).toBe(true)
    expect(maySay('unit-up', 'monitorings', 'accepted', ['submitted'])).toBe(false)
    expect(maySay('unit-up', 'disposals', 'closed', [])).toBe(false)
  })

  it('travels on four ways and on no other; a unit hands over no bureau’s book', () => {
    const levels = ['unit', 'county', 'city', ''] as const
    const ways = levels.flatMap((from) =>
      levels.flatMap((to) => {
        const way = wayOf({ level: from }, { level: to })
        return way ? [`${from}>${to} ${way}`] : []
      }),
    )
    expect(ways).toEqual([
      ...['unit>county unit-up', 'unit>city unit-up', 'county>unit to-unit', 'county>city bureau-up'],
      ...['city>unit to-unit', 'city>county to-bureau'],
    ])
    expect(contentsOf('handover', 'unit-up')).toBeNull()
    expect(contentsOf('parameters', 'unit-up')).toBeNull()
    expect(contentsOf('decision', 'bureau-up')).toBeNull()
  })

  it('is about its own units: the head, those right under it, and of others none', () => {
    const of = (id: string, code: string, parentId = ''): Unit => ({
      ...{ id, code, parentId, bookId: 'b', name: code, sectionId: '', initials: '' },
    })
    const units = [of('d', '205001'), of('s', '205003', 'd'), of('x', '205004', 'd'), of('o', '301001')]
    const own = scopeOf('unit-up', '205003', units)
    const isIn = (unitId: string) => isWithin(own, 'goals', { id: 'g', unitId })
    expect(['d', 's', 'x', 'o'].map(isIn)).toEqual([false, true, false, false])
    expect(['d', 's', 'x', 'o'].map((id) => isWithin(own, 'units', { id }))).toEqual([
      true,
      true,
      false,
      false,
    ])
    const department = scopeOf('unit-up', '205001', units)
    expect(['d', 's', 'x', 'o'].map((unitId) => isWithin(department, 'goals', { id: 'g', unitId }))).toEqual([
      ...[true, true, true, false],
    ])
    expect(scopeOf('unit-up', '２０５ ００１', units)).toEqual(department)
    expect(scopeOf('unit-up', '999', units)?.ids.size).toBe(0)
    expect(scopeOf('bureau-up', '', units)).toBeNull()
  })

  it('leaves in the states that go, or where it was known before', () => {
    const content = { table: 'goals', states: ['submitted'] } as const
    expect(goes(content, { id: 'g', status: 'submitted' }, false)).toBe(true)
    expect(goes(content, { id: 'g', status: 'draft' }, false)).toBe(false)
    expect(goes(content, { id: 'g', status: 'draft' }, true)).toBe(true)
    expect(goes({ table: 'units' }, { id: 'u' }, false)).toBe(true)
  })
})

describe('what becomes of a record', () => {
  const content = { table: 'goals' } as const
  const goal = (change: object = {}) => ({
    id: 'g',
    unitId: 's',
    status: 'submitted',
    name: '甲',
    phone: '1',
    ...change,
  })
  const line = (base: object | null, ours: object | null, theirs: object): Line =>
    lineOf('unit-up', {
      content,
      theirs: goal(theirs),
      ours: ours && goal(ours),
      base: base && goal(base),
    })

  it.each([
    ['new', null, null, {}],
    ['same', {}, {}, {}],
    ['same', {}, { revision: 5, changedAt: 'x', health: 1 }, {}],
    ['kept', {}, { name: '乙' }, {}],
    ['changed', {}, {}, { name: '乙' }],
    ['merged', {}, { phone: '2' }, { name: '乙' }],
    ['conflict', {}, { name: '丙' }, { name: '乙' }],
    ['conflict', null, { name: '丙' }, { name: '乙' }],
    ['refused', {}, {}, { status: 'approved' }],
    ['same', { status: 'approved' }, { status: 'approved' }, { status: 'approved' }],
  ] as const)('%s', (verdict, base, ours, theirs) => {
    expect(line(base, ours, theirs).verdict).toBe(verdict)
  })

  it('follows the choices by field; "" stands for all others; nothing chosen keeps ours', () => {
    const both = line({}, { name: '丙', phone: '2' }, { name: '乙', phone: '3' })
    expect(both.conflicts.map(({ path }) => path).sort()).toEqual(['name', 'phone'])
    const said = (choices: Record<string, 'ours' | 'theirs'>) =>
      outcomeOf(both, new Map(Object.entries(choices)))
    expect(said({})).toEqual({ record: both.ours, isChanged: false })
    expect(said({ name: 'theirs' }).record).toMatchObject({ name: '乙', phone: '2' })
    expect(said({ '': 'theirs' }).record).toMatchObject({ name: '乙', phone: '3' })
    expect(said({ '': 'theirs', phone: 'ours' }).record).toMatchObject({ name: '乙', phone: '2' })
  })

  it('deletes only what nobody here worked on, or what a person gives up', () => {
    expect(deletionOf('bureau-up', goals, 'g', { ours: null, base: goal() })).toBeNull()
    const plain = deletionOf('bureau-up', goals, 'g', { ours: goal(), base: goal() })
    expect(plain?.verdict).toBe('deleted')
    expect(plain && outcomeOf(plain)).toEqual({ record: null, isChanged: true })
    for (const base of [goal({ name: '旧' }), null]) {
      const worked = deletionOf('bureau-up', goals, 'g', { ours: goal(), base })
      expect(worked?.verdict).toBe('conflict')
      expect(worked && outcomeOf(worked)).toEqual({ record: goal(), isChanged: false })
      expect(worked && outcomeOf(worked, new Map([['', 'theirs']]))).toEqual({
        record: null,
        isChanged: true,
      })
    }
  })

  it('nor does a unit delete what was taken into a stage of the bureau, or where it has a limited word', () => {
    const deleted = (content: Content, ours: Carried) =>
      deletionOf('unit-up', content, 'g', { ours, base: ours })?.verdict
    expect(deleted(goals, goal({ status: 'submitted' }))).toBe('deleted')
    for (const status of ['joint', 'key', 'reviewed', 'approved', 'rejected'])
      expect(deleted(goals, goal({ status })), status).toBe('refused')
    expect(deleted({ table: 'reviews', writes: ['comments'] }, goal())).toBe('refused')
  })
})

describe('what only the bureau freezes', () => {
  it('comes in neither with a new form nor over ours', () => {
    const form = (frozen: unknown) => ({ id: 'm', name: '监控表', state: 'submitted', frozen })
    const content: Content = { table: 'monitorings' }
    const made = (ours: Carried | null) =>
      outcomeOf(lineOf('unit-up', { content, base: null, ours, theirs: form({ lights: 'green' }) })).record
    expect(made(null)).toMatchObject({ frozen: null })
    expect(made(form(null))).toMatchObject({ frozen: null })
    expect(
      outcomeOf(lineOf('to-unit', { content, base: null, ours: null, theirs: form('x') })).record,
    ).toEqual(form('x'))
  })
})

describe('what the receiver’s own stage has passed', () => {
  const content = { table: 'appraisals' } as const
  const record = (state: string, summary: string) => ({
    ...{ id: 'a', name: '考核', state, summary },
    ...{ items: {}, extras: {}, objections: [] },
  })
  const line = (ours: string, theirs: string, sent = '改过的', way: Way = 'unit-up') =>
    lineOf(way, {
      ...{ content, base: record('submitted', '原来的'), ours: record(ours, '原来的') },
      theirs: record(theirs, sent),
    })

  it.each(['reviewing', 'sampling', 'asked', 'decided', 'announced', 'archived'])(
    'is not changed beneath it: %s',
    (state) => {
      for (const way of ['unit-up', 'bureau-up'] as const)
        expect(line(state, 'submitted', '改过的', way)).toMatchObject({
          verdict: 'refused',
          reason: expect.stringContaining('先退回'),
        })
    },
  )

  it('what says nothing new, and what was given back, comes in as before', () => {
    expect(line('reviewing', 'submitted', '原来的').verdict).toBe('kept')
    expect(line('submitted', 'submitted').verdict).toBe('changed')
    expect(line('returned', 'submitted').verdict).not.toBe('refused')
    expect(hasPassed('to-unit', content, 'reviewing', 'submitted')).toBe(false)
    expect(hasPassed('bureau-up', { table: 'goals' }, 'approved', 'submitted')).toBe(false)
    expect(hasPassed('unit-up', { table: 'curves' }, 'x', 'y')).toBe(false)
  })

  it('nor by who has heard of that stage, but for what he has a word in there', () => {
    for (const way of ['unit-up', 'bureau-up'] as const) {
      expect(line('reviewing', 'reviewing', '改过的', way).verdict).toBe('refused')
      const objecting: Content = { ...content, writesIn: { asked: ['objections'] } }
      expect(hasPassed(way, objecting, 'reviewing', 'reviewing')).toBe(true)
      expect(hasPassed(way, objecting, 'asked', 'asked')).toBe(false)
    }
    for (const [table, stage] of [
      ['goals', 'approved'],
      ['adjustments', 'applied'],
      ['monitorings', 'accepted'],
      ['selfEvaluations', 'collected'],
      ['disposals', 'closed'],
      ['disclosures', 'exempt'],
    ] as const)
      expect(hasPassed('unit-up', { table }, stage, stage), table).toBe(true)
    // Taken back at the bureau meanwhile: the unit knows of a later stage.
    expect(hasPassed('unit-up', goals, 'reviewed', 'approved')).toBe(true)
    const written: Content = { table: 'applications', writes: ['rectification'] }
    expect(hasPassed('unit-up', written, 'closed', 'closed')).toBe(false)
  })
})

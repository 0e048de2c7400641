import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Agency,
  agencyQuality,
  type Commission,
  checkAgency,
  checkCommission,
  emptyAgency,
  emptyQuality,
  matchesAgency,
  qualityGrade,
  qualityTotal,
} from '#domain/experts/agency'
import { qualityParts, shippedExpertRules as rules, type Scope } from '#domain/experts/expert-rules'
import { marks } from '#domain/year-rules'

const code = '91350100M000100Y43'
const full = { plan: 2000, site: 2500, report: 3500, punctual: 1000, discipline: 1000 }
const commission: Commission = {
  id: 'c',
  subject: '农村公路评价',
  scope: 'evaluation',
  amount: 10_000_000,
  startsOn: '2026-03-01',
  endsOn: '2026-05-01',
  quality: emptyQuality,
}
const agency = { ...emptyAgency, name: '某咨询公司', creditCode: code, commissions: [commission] }
const lead = { name: '赵某', certificate: '1', qualification: '注册会计师', years: 5, evaluationYears: 3 }
const kept: Agency = {
  ...agency,
  id: 'a',
  demo: false,
  initials: 'mzxgs',
  revision: 1,
  changedAt: '',
  changedBy: '',
}
const errorsOf = (given: Partial<typeof agency>, others: Agency[] = []) =>
  checkAgency({ ...agency, ...given }, others, rules).filter(({ severity }) => severity === 'error')

describe('the rule table', () => {
  it('gives full marks of 100 points, grades without holes, and a clause for every row', () => {
    expect(qualityParts.reduce((sum, part) => sum + rules.quality[part].full, 0)).toBe(10_000)
    expect(rules.grades.map(({ from }) => from)).toEqual([9000, 8000, 6000, 0])
    const { limits, avoid, scopes, quality, grades, leadQualifications } = rules
    const rows = [limits, avoid, scopes, quality].flatMap((table) => Object.values(table))
    for (const { clause, mark } of [...rows, ...grades, leadQualifications]) {
      expect(clause).not.toBe('')
      expect(marks).toContain(mark)
    }
  })
})

describe('the entry', () => {
  it('is right as it is, with or without a code', () => {
    expect(checkAgency(agency, [], rules)).toEqual([])
    expect(errorsOf({ creditCode: '' }, [{ ...kept, creditCode: '' }])).toEqual([])
  })
  it.each([
    ['name', { name: ' ' }],
    ['creditCode', { creditCode: '91350100M000100Y44' }],
    ['blacklisted', { blacklisted: { is: true, reason: ' ', on: '2026-06-01' } }],
  ])('has a fault in %s', (at, given) => expect(errorsOf(given)).toMatchObject([{ at }]))
  it('stands once under a code', () => {
    expect(errorsOf({ creditCode: code.toLowerCase() }, [kept])).toMatchObject([{ at: 'creditCode' }])
  })
  it.each([
    [5, 3, '注册会计师', 0],
    [4, 3, '注册会计师', 1],
    [5, 2, '注册会计师', 1],
    [null, null, '注册会计师', 2],
    [6, 4, '高级会计师', 0],
    [6, 4, '驾驶员', 1],
  ])('a lead of %s and %s years, %s: %i warnings', (years, evaluationYears, qualification, count) => {
    const leads = [{ ...lead, years, evaluationYears, qualification }]
    const problems = checkAgency({ ...agency, leads }, [], rules)
    expect(problems).toHaveLength(count)
    for (const problem of problems)
      expect(problem).toMatchObject({ severity: 'warning', clause: '财预〔2021〕6号' })
  })
  it('is found by name, initials, code and lead', () => {
    const one = { ...kept, leads: [lead] }
    for (const text of ['咨询', 'mzx', 'm000100', '赵某', '']) expect(matchesAgency(one, text)).toBe(true)
    expect(matchesAgency(one, '钱某')).toBe(false)
  })
})

describe('commissions', () => {
  const black = { blacklisted: { is: true, reason: '转包', on: '2026-03-01' } }
  const faults = (given: Partial<Commission>, other = { blacklisted: emptyAgency.blacklisted }) =>
    checkCommission({ ...commission, ...given }, other, rules)

  it.each<[Scope, number]>([
    ['assessment', 0],
    ['goal-review', 0],
    ['evaluation', 0],
    ['result-check', 0],
    ['indicators', 0],
    ['research', 0],
    ['goal-setting', 1],
    ['monitoring', 1],
    ['self-evaluation', 1],
  ])('%s is entrusted with %i faults', (scope, count) => {
    const found = faults({ scope })
    expect(found).toHaveLength(count)
    for (const problem of found)
      expect(problem).toMatchObject({ severity: 'error', clause: '财预〔2021〕6号' })
  })
  it.each([
    ['2026-02-28', 0],
    ['2026-03-01', 1],
    ['', 1],
  ])('a blacklisted agency: begun %j, %i faults', (startsOn, count) => {
    expect(faults({ startsOn }, black)).toHaveLength(count)
  })
  it.each<[string, Partial<Commission>]>([
    ['subject', { subject: '' }],
    ['day', { startsOn: '3月' }],
    ['order', { endsOn: '2026-02-28' }],
    ['amount', { amount: -1 }],
    ['mark above', { quality: { ...full, report: 3501 } }],
    ['mark below', { quality: { ...full, plan: -1 } }],
  ])('refuses a wrong %s', (_, given) => expect(faults(given)).toHaveLength(1))
})

describe('quality', () => {
  it.each([
    [9000, '优'],
    [8999, '良'],
    [8000, '良'],
    [7999, '中'],
    [6000, '中'],
    [5999, '差'],
    [0, '差'],
    [null, ''],
  ])('%s hundredths are %s', (total, grade) => expect(qualityGrade(total, rules)).toBe(grade))
  it('adds up, or says nothing while a part is missing', () => {
    expect(qualityTotal(full)).toBe(10_000)
    for (const part of qualityParts) expect(qualityTotal({ ...full, [part]: null })).toBeNull()
    expect(qualityTotal(emptyQuality)).toBeNull()
  })
  it('is the mean of the commissions that have one, half up', () => {
    const of = (...plans: (number | null)[]) =>
      agencyQuality({ commissions: plans.map((plan) => ({ ...commission, quality: { ...full, plan } })) })
    expect(of()).toBeNull()
    expect(of(null)).toBeNull()
    expect(of(2000, 1999)).toBe(10_000)
    expect(of(2000, 1999, 1999)).toBe(9999)
    expect(of(2000, null)).toBe(10_000)
  })
  it('the mean lies between the worst and the best', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1 }), (plans) => {
        const mean = agencyQuality({
          commissions: plans.map((plan) => ({ ...commission, quality: { ...full, plan } })),
        })
        expect(mean).toBeGreaterThanOrEqual(8000 + Math.min(...plans))
        expect(mean).toBeLessThanOrEqual(8000 + Math.max(...plans))
      }),
    )
  })
})

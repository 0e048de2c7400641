import { describe, expect, it } from 'vitest'
import { daysLater, yearsLater } from '#domain/dates'
import {
  checkExpert,
  checkRating,
  checkSecrets,
  emptyExpert,
  matchesExpert,
  standing,
} from '#domain/experts/expert'
import { shippedExpertRules as rules } from '#domain/experts/expert-rules'
import { isBankAccount, isCreditCode, isIdentityNumber, sexOfIdentity, tailOf } from '#domain/experts/numbers'
import { expert, today } from './sample.ts'

describe('numbers', () => {
  it.each([
    '11010519491231002X',
    '11010519491231002x',
    '１１０１０５１９４９１２３１００２Ｘ',
    '440524 18800101 0014',
  ])('takes the identity number %s (GB 11643)', (number) => expect(isIdentityNumber(number)).toBe(true))
  it.each([
    '110105194912310021',
    '11010519491331002X',
    '11010519490229002X',
    '1101051949123100',
    '',
    '身份证',
  ])('refuses the identity number %j', (number) => expect(isIdentityNumber(number)).toBe(false))
  it('notices every changed digit of an identity number', () => {
    const number = '11010519491231002X'
    for (let at = 0; at < 17; at++) {
      const digit = (Number(number[at]) + 1) % 10
      expect(isIdentityNumber(number.slice(0, at) + digit + number.slice(at + 1))).toBe(false)
    }
  })
  it('knows sex and tail', () => {
    expect([sexOfIdentity('11010519491231002X'), sexOfIdentity('440524188001010014')]).toEqual(['女', '男'])
    expect(tailOf('110105 19491231 002x')).toBe('002X')
  })
  it.each(['91350100M000100Y43', '91350100m000100y43'])('takes the credit code %s (GB 32100)', (code) =>
    expect(isCreditCode(code)).toBe(true),
  )
  it.each(['91350100M000100Y44', '91350100M0001O0Y43', '91350100M000100Y4', ''])(
    'refuses the credit code %j',
    (code) => expect(isCreditCode(code)).toBe(false),
  )
  it.each([
    ['123456789', true],
    ['12345678', false],
    ['农业银行南江支行 6228 4800 1234 5678 917', true],
    [`工行 ${'1'.repeat(30)}`, true],
    [`工行 ${'1'.repeat(31)}`, false],
    ['123456789，987654321', false],
    ['农业银行', false],
  ])('account %s: %s', (text, right) => expect(isBankAccount(text)).toBe(right))
})

describe('days', () => {
  it.each([
    ['2026-02-27', 2, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-13-01', 1, ''],
  ])('%s and %i days', (day, days, then) => expect(daysLater(day, days)).toBe(then))
  it.each([
    ['2023-06-15', 3, '2026-06-15'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['', 1, ''],
  ])('%s and %i years', (day, years, then) => expect(yearsLater(day, years)).toBe(then))
})

describe('the entry', () => {
  const filled = { ...emptyExpert, name: '李某', fields: ['finance' as const] }
  const avoid = { unitCode: '', unitName: '', kind: 'belongs', until: '', note: '' } as const
  it('is right as it is', () => expect(checkExpert(filled, [])).toEqual([]))
  it.each([
    ['name', { name: ' ' }],
    ['joinedOn', { joinedOn: '2026-02-30' }],
    ['termEndsOn', { joinedOn: '2026-01-02', termEndsOn: '2026-01-01' }],
    ['avoidUnits', { avoidUnits: [avoid] }],
    ['avoidUnits', { avoidUnits: [{ ...avoid, unitName: '某局', until: '三年' }] }],
  ])('has a fault in %s', (at, given) => {
    expect(checkExpert({ ...filled, ...given }, [])).toMatchObject([{ at, severity: 'error' }])
  })
  it('may end the day it begins', () => {
    expect(checkExpert({ ...filled, joinedOn: '2026-01-01', termEndsOn: '2026-01-01' }, [])).toEqual([])
  })
  it('without a field is only pointed at', () => {
    expect(checkExpert({ ...filled, fields: [] }, [])).toMatchObject([{ at: 'fields', severity: 'warning' }])
  })
  it.each([
    ['the same tail', { identityTail: '002X', workUnit: '甲' }, 1],
    ['another tail', { identityTail: '0014', workUnit: '乙' }, 0],
    ['no tail but the same unit', { workUnit: ' 乙' }, 1],
    ['no tail and another unit', { workUnit: '甲' }, 0],
    ['another name', { name: '张某', identityTail: '002X' }, 0],
  ])('points at a possible twin: %s', (_, given, count) => {
    const twin = expert('b', { name: '李某', ...given })
    const content = { ...filled, identityTail: '002X', workUnit: '乙' }
    expect(checkExpert(content, [twin]).filter(({ severity }) => severity === 'warning')).toHaveLength(count)
  })
  it('checks the numbers as they are typed', () => {
    expect(checkSecrets({}, '男')).toEqual([])
    expect(checkSecrets({ identity: '11010519491231002X', bank: '123456789' }, '女')).toEqual([])
    expect(checkSecrets({ identity: '11010519491231002X' }, '男')).toMatchObject([{ severity: 'warning' }])
    expect(checkSecrets({ identity: '1', bank: '2' }, '')).toMatchObject([{ at: 'identity' }, { at: 'bank' }])
  })
})

describe('standing', () => {
  const on = (given: Parameters<typeof expert>[1]) => standing(expert('a', given), today, rules)
  const fail = (day: string) => ({
    on: day,
    subject: '某项目',
    drawId: '',
    grade: 'fail' as const,
    fee: null,
    note: '迟交',
    by: '王某',
  })

  it.each([
    ['2026-06-14', 'expired', false],
    ['2026-06-15', 'in', true],
    ['2026-08-14', 'in', true],
    ['2026-08-15', 'in', false],
    ['', 'in', false],
  ])('a term that ends on %s', (termEndsOn, kind, endsSoon) => {
    expect(on({ termEndsOn })).toMatchObject({ kind, endsSoon })
  })
  it('two 不合格 take out, one does not, and those before a new entry do not count', () => {
    expect(on({ ratings: [fail('2026-01-05')] }).kind).toBe('in')
    const two = [fail('2026-01-05'), fail('2026-03-05')]
    expect(on({ ratings: two })).toMatchObject({ kind: 'out', reason: '评价不合格 2 次，按规则出库' })
    expect(on({ ratings: two, joinedOn: '2026-01-06' }).kind).toBe('in')
    expect(on({ ratings: two.map((each) => ({ ...each, grade: 'pass' as const })) }).kind).toBe('in')
  })
  it('out comes before suspended, suspended before expired', () => {
    expect(on({ state: 'out', termEndsOn: '2020-01-01' }).kind).toBe('out')
    expect(on({ state: 'suspended', termEndsOn: '2020-01-01' }).kind).toBe('suspended')
  })
  it('a rating is kept with day, subject and, for 不合格, a reason', () => {
    expect(checkRating(fail('2026-01-05'))).toEqual([])
    const wrong = { ...fail('5日'), subject: '', note: '', fee: -1 }
    expect(checkRating(wrong).map(({ at }) => at)).toEqual([
      'rating.on',
      'rating.subject',
      'rating.note',
      'rating.fee',
    ])
  })
})

it('answers a search by name, initials, unit and whole tail', () => {
  const one = expert('a', { name: '李 某', initials: 'lm', workUnit: '巴中职院', identityTail: '002X' })
  for (const text of ['', '李某', 'LM', '职院', '002x']) expect(matchesExpert(one, text)).toBe(true)
  for (const text of ['02X', '张']) expect(matchesExpert(one, text)).toBe(false)
})

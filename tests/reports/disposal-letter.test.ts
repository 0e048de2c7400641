import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  demandsOf,
  filledText,
  hasLetter,
  letterNames,
  lettersOf,
  letterTexts,
  letterWith,
  mayBeNumbered,
  measureText,
  nextLetterNumber,
  numberAfter,
  numberedFrom,
} from '#domain/disposals/letters'
import { disposalLetters } from '#reports/disposal-letter'
import { cause, disposalIn, rules } from '../domain/disposals/sample.ts'

const number = '南财绩函〔2026〕12号'
const school = { unitId: 'school', letterNumber: number }
const list = [
  disposalIn('issued', { ...school, id: 'a', name: '营养改善计划' }),
  disposalIn('issued', { ...school, id: 'b', name: '=1+1 课后服务', measure: 'remind', demand: '请核对。' }),
  disposalIn('issued', {
    ...school,
    id: 'c',
    name: '校舍维修',
    measure: 'recover',
    amount: 50_0000_00,
    goalChange: true,
    causes: [cause(), cause({ kind: 'forecast', text: '预计年底结转 60.0%。' })],
  }),
  disposalIn('issued', { id: 'd', unitId: 'road', name: '日常养护' }),
]

describe('letters', () => {
  it('one for each unit, kind, number and day', () => {
    const letters = lettersOf(list, rules)
    expect(letters.map(({ unitId, kind, disposals }) => [unitId, kind, disposals.length])).toEqual([
      ['school', 'supervision', 2],
      ['school', 'rectification', 1],
      ['road', 'supervision', 1],
    ])
    const [first, ...rest] = list
    if (!first) throw new Error('there is one')
    expect(lettersOf([first, { ...first, warnedOn: '2026-09-01' }], rules)).toHaveLength(2)
    expect(letterWith(first, list, rules)?.disposals.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(letterWith({ ...first, letterNumber: '' }, list, rules)?.disposals).toHaveLength(1)
    expect(letterWith(first, rest.concat({ ...first, state: 'dropped' }), rules)).toBeUndefined()
  })

  it('numbers count from the first, one for each unit and kind', () => {
    expect(numberAfter(number, 1)).toBe('南财绩函〔2026〕13号')
    expect(numberAfter('第009号', 1)).toBe('第010号')
    expect(numberAfter('无号', 1)).toBe('无号')
    expect([...numberedFrom(list, number, rules).entries()]).toEqual([
      ['a', number],
      ['b', number],
      ['c', '南财绩函〔2026〕13号'],
      ['d', '南财绩函〔2026〕14号'],
    ])
    expect(numberedFrom(list, ' ', rules).size).toBe(0)
    expect(nextLetterNumber(list)).toBe('南财绩函〔2026〕13号')
    expect(nextLetterNumber([{ letterNumber: '' }, { letterNumber: '无号' }])).toBe('')
    // The highest counts, not the last that was written.
    expect(
      nextLetterNumber([{ letterNumber: '南财〔2026〕9号' }, { letterNumber: '南财〔2026〕10号' }]),
    ).toBe('南财〔2026〕11号')
  })

  it('demands go together where they are the same, the mildest measure first', () => {
    const [letter] = lettersOf(list.slice(0, 2), rules)
    if (!letter) throw new Error('there is one')
    expect(demandsOf(letter)).toEqual([
      { measure: '提示', rows: [2], text: '请核对。' },
      { measure: '督促加快', rows: [1], text: list[0]?.demand },
    ])
    expect(measureText({ measure: 'recover', amount: 50_0000_00 })).toBe('收回财政（50.00 万元）')
    expect(measureText({ measure: 'recover', amount: null })).toBe('收回财政')
  })

  it('every name in the texts is known', () => {
    const [letter] = lettersOf(list, rules)
    if (!letter) throw new Error('there is one')
    const names = letterNames(
      letter,
      { year: 2026, section: '监督与绩效管理科', unitSection: '教科文科' },
      rules,
    )
    for (const texts of Object.values(letterTexts))
      for (const text of Object.values(texts)) expect(filledText(text, names)).not.toMatch(/[{}]/)
    expect(filledText('{期限}，{不知道}', names)).toBe('2026年9月14日，{不知道}')
  })

  it('only what was decided has one, and only the unit’s turn is numbered', () => {
    expect(hasLetter(disposalIn('issued'))).toBe(true)
    expect(hasLetter(disposalIn('closed'))).toBe(true)
    expect(hasLetter(disposalIn('proposed'))).toBe(false)
    expect(hasLetter(disposalIn('dropped', { dueOn: '2026-09-14' }))).toBe(false)
    expect(mayBeNumbered(disposalIn('returned'))).toBe(true)
    expect(mayBeNumbered(disposalIn('answered'))).toBe(false)
  })

  it('the file holds each letter with its number, table, demands, deadline and signature', async () => {
    const data = lettersOf(list, rules).map((letter) => ({
      letter,
      unit: letter.unitId === 'school' ? '南江县第一小学' : '县公路养护段',
      department: letter.unitId === 'school' ? '南江县教育局' : '',
      unitSection: '教科文科',
    }))
    const office = { office: '南江县财政局', section: '监督与绩效管理科', year: 2026, rules }
    const parts = unzipSync(await disposalLetters(data, office))
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    const text = xml.replace(/<[^>]+>/g, '')
    for (const part of [
      '2026年度绩效监控问题督办函',
      '2026年度绩效监控问题整改通知书',
      number,
      '南江县第一小学：',
      '=1+1 课后服务',
      '预计年底结转 60.0%。',
      '收回财政（50.00 万元）',
      '请于2026年9月14日前（自发文次日起10个工作日内）',
      '“继续执行”、“调剂”、“取消”',
      '2026年8月31日',
      '抄送：南江县教育局',
      '第1项的绩效目标发生重大变化',
    ])
      expect(text).toContain(part)
    expect(xml.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(3)
    // 收回财政 leaves nothing to choose.
    const [, recovered = ''] = text.split('整改通知书')
    expect(recovered.split('督办函')[0]).not.toContain('继续执行')
    // Only where a goal has changed.
    expect(text.match(/绩效目标发生重大变化/g)).toHaveLength(1)
  })
})

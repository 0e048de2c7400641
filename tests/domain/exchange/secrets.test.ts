import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  leavingValue,
  namesSecret,
  secretsOf,
  secretWordsIn,
  withoutSecrets,
  withoutSecretWords,
} from '#domain/exchange/secrets'

const hidden = { id: 'secret-1', name: '人防"指挥所"改造', code: 'RF2026001', secret: true }
const secrets = secretsOf([hidden])

describe('a secret word is found however it is written', () => {
  it.each([
    ['plainly', `与${hidden.name}同步`],
    ['with blanks', '人防 "指挥所" 改 造'],
    ['with line ends', '人防"指挥\n所"改造'],
    ['in JSON', JSON.stringify({ text: hidden.name })],
    ['with line ends in JSON', JSON.stringify({ text: '人防"指挥\n所"改造' })],
    ['in full-width letters', 'ＲＦ２０２６００１'],
    ['in small letters', 'rf2026001'],
    ['by its id', '["secret-1"]'],
  ])('%s', (_, text) => {
    expect(secretWordsIn(text, secrets)).toHaveLength(1)
  })

  it.each(['人防指挥', 'RF202600', '人防"指挥室"改造', 'secret-2'])('and %s is none', (text) => {
    expect(secretWordsIn(text, secrets)).toEqual([])
  })

  it('of any letters, put between any others', () => {
    const word = fc
      .string({ minLength: 4, unit: 'grapheme' })
      .filter((text) => /^\S{4,}$/.test(text.normalize('NFKC')))
    fc.assert(
      fc.property(word, fc.string(), fc.string(), (name, before, after) => {
        const of = secretsOf([{ id: 'x', name, code: '', secret: true }])
        const text = `${before}${name}${after}`
        expect(secretWordsIn(text, of)).toContain(name.trim())
        expect(secretWordsIn(JSON.stringify({ text }), of)).toContain(name.trim())
        if (name.normalize('NFKC') === name)
          expect(secretWordsIn(withoutSecretWords(text, of), of).includes(name)).toBe(false)
      }),
    )
  })
})

describe('what leaves', () => {
  it('is without the items that are secret or name something secret, in lists within lists too', () => {
    const value = {
      title: '汇总',
      units: [
        {
          name: '第一小学',
          projects: [
            { id: 'a', name: '图书' },
            { id: 'secret-1', name: '' },
          ],
        },
        { name: '人民医院', projects: [{ id: 'b', name: '设备', reason: '见RF2026001' }] },
      ],
      total: 3,
    }
    const { open, left, masks } = leavingValue(value, secrets)
    expect(open).toEqual({
      title: '汇总',
      units: [
        { name: '第一小学', projects: [{ id: 'a', name: '图书' }] },
        { name: '人民医院', projects: [] },
      ],
      total: 3,
    })
    expect([left, masks]).toEqual([2, 0])
  })

  it('drops an item once, whatever of it is secret', () => {
    const rows = [
      { goalId: 'secret-1', name: hidden.name, indicators: [{ name: hidden.name }] },
      { goalId: 'a' },
    ]
    expect(leavingValue(rows, secrets)).toEqual({ open: [{ goalId: 'a' }], left: 1, masks: 0 })
  })

  it('masks a text of the whole, and stays as it is where nothing is secret', () => {
    expect(leavingValue({ title: `${hidden.name}等项目` }, secrets)).toEqual({
      ...{ open: { title: '（略）等项目' }, left: 0, masks: 1 },
    })
    const rows = [{ name: hidden.name }]
    expect(leavingValue(rows, secretsOf([])).open).toBe(rows)
  })

  it('is looked for in maps and sets', () => {
    expect(namesSecret(new Map([['a', { text: hidden.code }]]), secrets)).toBe(true)
    expect(namesSecret(new Set(['secret-1']), secrets)).toBe(true)
    expect(namesSecret([{ a: [1, null, true, 'b'] }], secrets)).toBe(false)
  })
})

it.each([
  ['applications', { id: 'x', goalId: 'secret-1' }],
  ['disclosures', { id: 'x', goalId: '', objectId: 'secret-1' }],
  ['scoreSheets', { id: 'x', taskId: 'secret-1' }],
  ['goals', { id: 'secret-1' }],
] as const)('a record of %s that belongs to a secret goal leaves not at all', (table, record) => {
  expect(withoutSecrets(table, record, secrets)).toBeNull()
  expect(withoutSecrets(table, { id: 'y', goalId: 'a' }, secrets)).toEqual({ id: 'y', goalId: 'a' })
})

import { describe, expect, it } from 'vitest'
import {
  attachmentLimits,
  attachmentPlaces,
  type Cited,
  citedBy,
  citedText,
  filesText,
  onceEach,
  tooMuch,
} from '#domain/exchange/attachments'
import { exchangeTableList } from '#domain/exchange/contents'
import { fileHindrances } from '#domain/exchange/file-checks'
import { jsonSchemas } from '#exchange/records/all'
import { noFiles } from './no-files.ts'

type Schema = {
  $ref?: string
  properties?: Record<string, Schema>
  items?: Schema | boolean
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
  $defs?: Record<string, Schema>
}

/** Every way to an attachment that a schema allows. */
function placesIn(schema: Schema | boolean | undefined, defs: Record<string, Schema>): string[] {
  if (typeof schema !== 'object') return []
  if (schema.$ref === '#/$defs/attachment') return ['']
  if (schema.$ref) return placesIn(defs[schema.$ref.slice('#/$defs/'.length)], defs)
  const under = (step: string, inner: Schema | boolean | undefined) =>
    placesIn(inner, defs).map((rest) => (rest === '' ? step : `${step}.${rest}`))
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => under(name, inner)),
    ...under('*', schema.items),
    ...under('*', schema.additionalProperties),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((inner) => placesIn(inner, defs)),
  ]
}

const file = (letter: string, size = 10): Cited => ({
  ...{ hash: letter.repeat(64), name: `${letter}.pdf`, size, of: '营养改善' },
})

describe('where records hold attachments', () => {
  it('is known of every table that travels: no place of the schemas is forgotten, and none is made up', () => {
    const schemas = jsonSchemas() as Record<string, Schema>
    for (const table of exchangeTableList) {
      const schema = schemas[table] ?? {}
      const found = [...new Set(placesIn(schema, schema.$defs ?? {}))]
      expect([table, found.toSorted()]).toEqual([table, [...(attachmentPlaces[table] ?? [])].toSorted()])
    }
  })

  it('finds them in lists, in maps and alone, and passes over what is none', () => {
    const held = { hash: 'a'.repeat(64), name: '合同.pdf', size: 3, addedAt: '', addedBy: '' }
    expect(
      citedBy('evaluationTasks', {
        ...{ id: 't', name: '评价任务', materials: [{ attachment: held }, { attachment: null }] },
        visits: [{ attachments: [{ ...held, hash: 'b'.repeat(64) }] }],
      }),
    ).toEqual([
      { hash: 'a'.repeat(64), name: '合同.pdf', size: 3, of: '评价任务' },
      { hash: 'b'.repeat(64), name: '合同.pdf', size: 3, of: '评价任务' },
    ])
    expect(citedBy('appraisals', { id: 'a', items: { one: { evidence: [held] } }, extras: {} })).toHaveLength(
      1,
    )
    expect(citedBy('disposals', { id: 'd', attachments: [{ hash: '' }, 'x', null] })).toEqual([])
    expect(citedBy('goals', { id: 'g', attachments: [held] })).toEqual([])
    expect(onceEach([file('a'), { ...file('a'), name: 'other.pdf' }, file('b')])).toEqual([
      file('a'),
      file('b'),
    ])
  })
})

describe('how much goes in one package', () => {
  const { mostBytes, mostFiles, oneBytes } = attachmentLimits

  it('is bounded, at and above the border', () => {
    expect(tooMuch([file('a', oneBytes.value)])).toBe('')
    expect(tooMuch([file('a', oneBytes.value + 1)])).toContain('“a.pdf”（营养改善）')
    const half = mostBytes.value / 4
    const four = ['a', 'b', 'c', 'd'].map((letter) => file(letter, half))
    expect(tooMuch(four)).toBe('')
    expect(tooMuch([...four, file('e', 1)])).toContain('180.0 MB')
    const many = Array.from({ length: mostFiles.value }, () => file('a', 1))
    expect(tooMuch(many)).toBe('')
    expect(tooMuch([...many, file('b', 1)])).toContain('4501 个')
  })

  it('is told in words', () => {
    expect(filesText(undefined)).toBe('')
    expect(filesText({ count: 0, bytes: 0, lacking: 0 })).toBe('')
    expect(filesText({ count: 2, bytes: 2048, lacking: 0 })).toBe('附件 2 个，2 KB')
    expect(filesText({ count: 2, bytes: 2048, lacking: 1 })).toBe('附件 2 个，2 KB（另有 1 个没有附上）')
    expect(filesText({ count: 0, bytes: 0, lacking: 3 })).toBe('附件没有附上（3 个）')
    expect(citedText([file('a')])).toBe('“a.pdf”（营养改善）')
    expect(citedText(['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => file(letter)))).toContain('等 6 个')
  })
})

describe('what attachments have against a package', () => {
  it('is nothing where they fit', () => {
    expect(fileHindrances(noFiles)).toEqual([])
  })

  it.each([
    ['file-wrong', { wrong: [file('a')] }, 'stop'],
    ['file-large', { large: [file('a')] }, 'stop'],
    ['file-extra', { extra: 1 }, 'stop'],
    ['file-count', { isCounted: false }, 'stop'],
    ['file-absent', { absent: [file('a')] }, 'stop'],
    ['file-untold', { isTold: false, absent: [file('a')], nowhere: [file('a')] }, 'warn'],
    ['file-lacking', { lacking: [file('a')] }, 'warn'],
  ])('%s', (code, change, severity) => {
    expect(fileHindrances({ ...noFiles, ...change })).toMatchObject([{ code, severity }])
  })

  it('an old program’s package says nothing of files that are here', () => {
    expect(fileHindrances({ ...noFiles, isTold: false, absent: [file('a')] })).toEqual([])
  })
})

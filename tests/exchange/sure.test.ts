import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type RecordName, recordSchemas } from '../../src-renderer/exchange/records/all.ts'
import { sureOf } from '../../src-renderer/exchange/sure.ts'
import { fixtureNames, fixtureRecords, type Kept } from './record-samples.ts'

const newest = fixtureNames.at(-1) ?? ''
const tables = [...fixtureRecords(newest)].filter(([, records]) => records.length > 0)

/** What a forged or newer file may have in any place. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    null,
    '',
    '2026-02-30',
    1e308 * 10,
    -1,
    0.5,
    2 ** 53,
    true,
    [],
    {},
    'x'.repeat(40_000),
  ),
)

/** Another value in some place of a record, or a field more or less. */
function changed(record: Kept, at: number, how: 'other' | 'gone' | 'more', value: unknown): unknown {
  const copy: unknown = structuredClone(record)
  const places: { of: Record<string, unknown>; key: string }[] = []
  const visit = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return
    for (const [key, inner] of Object.entries(part)) {
      places.push({ of: part as Record<string, unknown>, key }) // an object or a list
      visit(inner)
    }
  }
  visit(copy)
  const place = places[at % places.length]
  if (!place) return value
  if (how === 'other') place.of[place.key] = value
  else if (how === 'gone') Reflect.deleteProperty(place.of, place.key)
  else Object.defineProperty(place.of, ['x', '__proto__', 'toString'][at % 3] ?? 'x', { ...plain, value })
  return JSON.parse(JSON.stringify(copy))
}

const plain = { configurable: true, enumerable: true, writable: true } as const

describe('what is sure passes its schema and comes out as it went in', () => {
  it.each(tables)('%s, also where anything stands in any place', (name, records) => {
    const [schema, isSure] = [recordSchemas[name], sureOf(recordSchemas[name])]
    const hows = fc.constantFrom('other' as const, 'gone' as const, 'more' as const)
    fc.assert(
      fc.property(fc.constantFrom(...records), fc.nat(), hows, anything, (record, at, how, value) => {
        const forged = changed(record, at, how, value)
        if (!isSure(forged)) return
        const parsed = schema.safeParse(forged)
        expect(parsed.success).toBe(true)
        expect(parsed.data).toStrictEqual(forged)
      }),
      { numRuns: 300 },
    )
  })

  it.each<RecordName>(['goals', 'monitorings', 'executions', 'selfEvaluations', 'units'])(
    '%s as the program writes them are sure',
    (name) => {
      const records = fixtureRecords(newest).get(name) ?? []
      expect(records.length).toBeGreaterThan(0)
      for (const record of records)
        expect([record.id, sureOf(recordSchemas[name])(record)]).toEqual([record.id, true])
    },
  )
})

describe('what is not known here is never sure', () => {
  it.each<[string, z.ZodType, unknown]>([
    ['a value that is changed', z.string().trim(), 'a'],
    ['a check of its own', z.string().refine(() => true), 'a'],
    ['a format of its own', z.email(), 'a@b.cn'],
    ['another number', z.int32(), 1],
    ['a limit that is left out', z.number().gt(1), 2],
    ['more keys than are named', z.looseObject({ a: z.string() }), { a: '' }],
    ['a union', z.union([z.string(), z.number()]), 1],
    ['a map', z.record(z.string(), z.number()), { a: 1 }],
    ['what stands for nothing', z.string().default('a'), 'a'],
  ])('%s', (_, schema, value) => {
    expect(schema.safeParse(value).success).toBe(true)
    expect(sureOf(schema)(value)).toBe(false)
  })
})

import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { jsonSchemas, type RecordName, recordSchemas } from '../../src-renderer/exchange/records/all.ts'
import {
  demoRecords,
  fixtureNames,
  fixtureRecords,
  type Kept,
  recordNames,
  refusals,
} from './record-samples.ts'

let demo: Map<RecordName, Kept[]>
const samples = new Map<RecordName, Kept[]>()
beforeAll(async () => {
  // The page's content policy forbids eval: the schemas run there without their compiled path.
  z.config({ jitless: true })
  demo = await demoRecords()
  for (const name of recordNames) samples.set(name, extremesOf(name))
}, 120_000)

/** Records of fixtures that the program itself never wrote: the questionnaire has no 地点 and a note that no type knows. */
const foreign: Readonly<Record<string, string>> = {
  'version-7.json surveys': 'place',
  'version-8.json surveys': 'place',
  'version-9.json surveys': 'place',
}

/** The smallest and the largest record of a table, so that each has one with all its parts. */
function extremesOf(name: RecordName): Kept[] {
  const all = [...(demo.get(name) ?? []), ...fixtureNames.flatMap((file) => soundIn(file, name))]
  const bySize = all.toSorted((left, right) => JSON.stringify(left).length - JSON.stringify(right).length)
  return [...bySize.slice(0, 1), ...bySize.slice(-1)]
}

function soundIn(file: string, name: RecordName): Kept[] {
  return foreign[`${file} ${name}`] === undefined ? (fixtureRecords(file).get(name) ?? []) : []
}

function samplesOf(name: RecordName): Kept[] {
  return samples.get(name) ?? []
}

function sample(name: RecordName): Kept {
  const largest = samplesOf(name).at(-1)
  if (!largest) throw new Error(`no record of ${name}`)
  return largest
}

describe('what the program wrote arrives as it was, nothing left out', () => {
  it.each(recordNames)('%s of the demo and of every version', (name) => {
    expect(samplesOf(name).length).toBeGreaterThan(0)
    for (const record of demo.get(name) ?? []) {
      expect(refusals(name, record)).toEqual([])
      expect(recordSchemas[name].parse(record)).toStrictEqual(record)
    }
    for (const file of fixtureNames) {
      for (const record of fixtureRecords(file).get(name) ?? []) {
        const missing = foreign[`${file} ${name}`]
        expect([file, refusals(name, record).map((each) => each.split(':')[0])]).toEqual([
          file,
          missing === undefined ? [] : [missing],
        ])
        if (missing === undefined) expect(recordSchemas[name].parse(record)).toStrictEqual(record)
      }
    }
  })
})

describe('what a forged file says is refused', () => {
  const [over, overCell, overLine] = ['字'.repeat(100_001), '字'.repeat(32_768), '字'.repeat(2001)]
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 1]))
  const indicator = () => (sample('goals').indicators as unknown[])[0] // a goal has a list of them

  it.each<[RecordName, string, string, () => unknown]>([
    ['goals', 'overview', 'a text without end', () => over],
    ['goals', 'name', 'a name without end', () => overCell],
    ['goals', 'origin', 'a line without end', () => overLine],
    ['goals', 'kind', 'a foreign word', () => 'province'],
    ['goals', 'status', 'no state', () => ''],
    ['goals', 'status', 'a word that every object has', () => 'toString'],
    ['goals', 'total', 'no number', () => Number.NaN],
    ['goals', 'total', 'a number without end', () => Number.POSITIVE_INFINITY],
    ['goals', 'total', 'a huge number', () => 1e300],
    ['goals', 'total', 'money outside the safe integers', () => 2 ** 53],
    ['goals', 'total', 'half a 分', () => 0.5],
    ['goals', 'total', 'money as a text', () => '5200'],
    ['goals', 'total', 'money as a bigint', () => 5200n],
    ['goals', 'startsOn', 'a day that is none', () => '2026-02-30'],
    ['goals', 'startsOn', 'a day in another writing', () => '2026/01/01'],
    ['goals', 'startsOn', 'a day with a line end', () => '2026-01-01\n'],
    ['goals', 'changedAt', 'a moment that is none', () => 'yesterday'],
    ['goals', 'changedAt', 'an hour that is none', () => '2026-01-01T25:00:00.000Z'],
    ['goals', 'changedAt', 'a moment in another zone', () => '2026-01-01T08:00:00.000+08:00'],
    ['goals', 'revision', 'a negative count', () => -1],
    ['goals', 'year', 'a year before', () => 1999],
    ['goals', 'year', 'a year behind', () => 2101],
    ['goals', 'id', 'no id', () => ''],
    ['goals', 'id', 'an id without end', () => 'x'.repeat(201)],
    ['goals', 'id', 'an id that every object has', () => '__proto__'],
    ['goals', 'bookId', 'an id that every object has', () => 'constructor'],
    ['goals', 'indicators', 'a list without end', () => Array(501).fill(indicator())],
    ['goals', 'indicators', 'what looks like a list', () => ({ length: 0 })],
    ['goals', 'indicators', 'a list of nothing', () => [null]],
    ['goals', 'health', 'a negative count within', () => ({ errors: -1, warnings: 0, hints: 0 })],
    ['goals', 'secret', 'no as a number', () => 0],
    ['goals', 'secret', 'no as nothing', () => null],
    ['rounds', 'month', 'a month before', () => 0],
    ['rounds', 'month', 'a month behind', () => 13],
    ['calendars', 'holidays', 'an empty day', () => ['']],
    ['calendars', 'id', 'half a year', () => '26'],
    ['curves', 'points', 'more than the whole', () => [10_001]],
    ['curves', 'points', 'a thirteenth month', () => Array(13).fill(0)],
    ['regulations', 'attachments', 'a path for a hash', () => [{ hash: '../../etc/passwd' }]],
    ['reviews', 'sheet', 'a key that every object has', () => ({ marks: { constructor: {} }, grade: '' })],
    ['scoreSheets', 'marks', 'a map without end', () => many(2001)],
    ['scoreSheets', 'round', 'a third round', () => 3],
    ['scoreSheets', 'weight', 'no weight', () => 0],
    ['selfEvaluations', 'frozen', 'a key that every object has', () => ({ scores: { toString: 1 } })],
    ['surveys', 'tally', 'a step too few', () => ({ q1: [1, 2, 3, 4] })],
    ['surveys', 'tally', 'a negative count', () => ({ q1: [1, 2, 3, 4, -5] })],
    ['evaluationTasks', 'texts', 'numbers for texts', () => many(3)],
    ['assessments', 'texts', 'texts without their parts', () => ({})],
  ])('%s.%s: %s', (name, field, _, value) => {
    const record = sample(name)
    expect(refusals(name, record)).toEqual([])
    expect(refusals(name, { ...record, [field]: value() }).join()).toMatch(new RegExp(`^${field}`))
  })

  it.each(recordNames)('%s that are no objects', (name) => {
    for (const wrong of [null, undefined, [], [sample(name)], 'text', 5, true, {}])
      expect(refusals(name, wrong)).not.toEqual([])
  })
})

it('leaves out what it does not know, and what would change what an object is', () => {
  const goal = sample('goals')
  const later = JSON.parse(`{"__proto__": {"polluted": 1}, "later": 2, ${JSON.stringify(goal).slice(1)}`)
  const read = recordSchemas.goals.parse(later)
  expect(read).toStrictEqual(goal)
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype)

  const sheet = sample('scoreSheets')
  const marks = JSON.parse('{"__proto__": {"answer": {"kind": "unproven"}, "reason": "", "evidence": []}}')
  const opened = recordSchemas.scoreSheets.parse({ ...sheet, marks })
  expect(Reflect.ownKeys(opened.marks)).toEqual([])
  expect(Object.getPrototypeOf(opened.marks)).toBe(Object.prototype)
})

type Path = readonly (string | number)[]

/** Every place of a record, the record itself aside. */
function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  const keys = Array.isArray(value) ? value.slice(0, 3).map((_, index) => index) : Object.keys(value)
  return keys.flatMap((key) => {
    const path = [...at, key]
    return [path, ...placesIn((value as Record<string | number, unknown>)[key], path)] // an object or a list
  })
}

function replaced(value: unknown, [key, ...rest]: Path, made: (old: unknown) => unknown): unknown {
  if (key === undefined) return made(value)
  if (Array.isArray(value))
    return value.map((each, index) => (index === key ? replaced(each, rest, made) : each))
  const record = value as Record<string, unknown> // a path leads through objects and lists
  return { ...record, [key]: replaced(record[key], rest, made) }
}

/** Values of another type than what stands there; null stands where several may. */
function wrongFor(old: unknown): readonly unknown[] {
  if (typeof old === 'string') return [5, true, null, [], {}, ['x']]
  if (typeof old === 'number') return ['5', true, [], {}, Number.NaN, Number.POSITIVE_INFINITY, 0.123, 1e300]
  if (typeof old === 'boolean') return ['true', 1, 0, null, [], {}]
  if (old === null) return [true, 0.123, 'x', [5]]
  return Array.isArray(old) ? [null, 'x', 5, { 0: 'x', length: 1 }] : [null, 'x', 5, true, ['x']]
}

/** Percents and places on a page may have parts. */
const mayHaveParts: Path = ['passBelow', 'rate', 'full', 'zero', 'left', 'top', 'width', 'height', 'numbers']
/** Objects and lists that may be nothing. */
const maybeNothing: Path = [
  'cut',
  'rectification',
  'need',
  'figures',
  'frozen',
  'attachment',
  'region',
  'writtenTotal',
  'lines',
]

/** A record with a value of a wrong type at a place. */
function mutated(record: Kept, path: Path, choice: number): unknown {
  const last = path.findLast((key) => typeof key === 'string') ?? ''
  const isPercent = path.some((key) => mayHaveParts.includes(key))
  return replaced(record, path, (old) => {
    const wrong = wrongFor(old).filter(
      (each) => !(each === null && maybeNothing.includes(last)) && !(each === 0.123 && isPercent),
    )
    return wrong[choice % wrong.length]
  })
}

it.each(recordNames)('refuses %s with a value of a wrong type anywhere', (name) => {
  for (const record of samplesOf(name)) {
    expect(refusals(name, record)).toEqual([])
    const places = placesIn(record)
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.nat(7), (path, choice) => {
        const found = refusals(name, mutated(record, path, choice))
        expect([path.join('.'), found.length > 0]).toEqual([path.join('.'), true])
      }),
      { numRuns: 300 },
    )
  }
})

/** What records of earlier versions do not have. */
const optional: Readonly<Partial<Record<RecordName, readonly string[]>>> = {
  books: ['ownRules', 'ownEvaluation'],
  goals: ['heldSince'],
  rounds: ['goalIds'],
  monitorings: ['plan'],
  evaluationTasks: ['figures', 'visits', 'feedback'],
  scoreSheets: ['kit'],
}

it.each(recordNames)('refuses %s without one of their fields', (name) => {
  const record = sample(name)
  for (const field of Object.keys(record)) {
    const rest = Object.fromEntries(Object.entries(record).filter(([key]) => key !== field))
    const isOptional = optional[name]?.includes(field) ?? false
    expect([field, refusals(name, rest).length === 0]).toEqual([field, isOptional])
  }
})

describe('JSON Schema', () => {
  it.each(recordNames)('of %s says the same of the demo and of what is forged', (name) => {
    const schema = z.fromJSONSchema(jsonSchemas()[name])
    for (const record of samplesOf(name)) {
      expect(schema.safeParse(record).error?.issues ?? []).toEqual([])
      expect(schema.safeParse({ ...record, id: 5 }).success).toBe(false)
      expect(schema.safeParse({ ...record, later: 'unknown to an older program' }).success).toBe(true)
    }
  })

  it('is the wire shape: a change of it is seen', async () => {
    const defs: Record<string, unknown> = {}
    const records = Object.entries(jsonSchemas()).map(([name, { $defs = {}, ...schema }]) => {
      for (const [id, piece] of Object.entries($defs)) {
        expect(defs[id] ?? piece).toEqual(piece)
        defs[id] = piece
      }
      return [name, schema]
    })
    const shape = { records: Object.fromEntries(records), $defs: defs }
    await expect(`${JSON.stringify(shape, null, 1)}\n`).toMatchFileSnapshot('record-schemas.json')
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { executionScore, indicatorScore } from '#domain/evaluation/indicator-score'
import { shareOf } from '#domain/evaluation/points'
import { differenceOf } from '#domain/evaluation/published-score'
import { parseWeight } from '#domain/goals/weights'
import { gradeOf } from '#domain/grade'
import { numberIn } from '#domain/monitoring/completion'
import { compareRatios, over, parseDecimal, percent, type Ratio, whole } from '#domain/monitoring/ratio'
import { parseTarget } from '#domain/target'
import { type Cause, causes, publishedMoney, publishedTotals } from './published-causes.ts'
import { edition, pack } from './sample.ts'

type Row = {
  level1: string | null
  level2: string | null
  level3: string
  target: string
  weight: number | null
  actual?: string | null
  score?: string | null
}
type Expected = Record<string, { forms: { kind: string; rows: Row[] }[] }>

const expected = JSON.parse(
  readFileSync(new URL('../../fixtures/forms/expected.json', import.meta.url), 'utf8'),
) as Expected // our own fixture

function scored(row: Row) {
  const weight = row.weight === null ? null : parseWeight(String(row.weight))
  const place = { level1: row.level1 ?? '', level2: row.level2 ?? '', name: row.level3 }
  return indicatorScore(
    { ...place, ...parseTarget(row.target), weight, actual: row.actual ?? '', targetTooLow: false },
    pack,
  )
}

function rowIn(file: string, name: string): Row {
  const row = expected[file]?.forms.flatMap(({ rows }) => rows).find(({ level3 }) => level3 === name)
  if (!row) throw new Error(`${file} has no row ${name}`)
  return row
}

function weightOf({ weight }: Row): number {
  return parseWeight(String(weight)) ?? 0
}

/** The share of the target that a row reached, as its own numbers say. */
function completion(row: Row): Ratio {
  const target = parseTarget(row.target)
  const [goal, done] = [parseDecimal(target.value), numberIn(row.actual ?? '', target.unit)]
  const share = goal && done && over(done, goal)
  if (!share) throw new Error(`${row.level3} is no number`)
  return share
}

/** The least and the most that 定性 earns at a completion. */
function bandOf(done: Ratio, weight: number): { least: number; most: number } {
  const bands = pack.evaluation.selfEvaluation.qualitative
  const at = bands.findIndex(({ from }) => compareRatios(done, percent(from)) >= 0)
  const above = bands[at - 1]
  return {
    least: shareOf(weight, percent(bands[at]?.from ?? 0), pack.evaluation),
    most: above ? shareOf(weight, percent(above.from), pack.evaluation) - 1 : weight,
  }
}

const forms = Object.entries(expected).filter(([, { forms: list }]) =>
  list.some(({ kind }) => kind === 'self-evaluation'),
)

describe('published self-evaluations, scored anew', () => {
  it.each(forms.map(([file, { forms: list }]) => [file, list.flatMap(({ rows }) => rows)] as const))(
    '%s: every difference has its cause',
    (file, rows) => {
      const differences = rows.flatMap((row): Omit<Cause, 'cause' | 'evidence'>[] => {
        const written = row.score ? parseWeight(row.score) : null
        const auto = scored(row)
        const difference = written === null ? null : differenceOf(written, auto)
        if (written === null || !difference) return []
        return [{ name: row.level3, written, ours: auto.score, kind: difference.kind }]
      })
      const known = (causes[file] ?? []).map(({ name, written, ours, kind }) => ({
        name,
        written,
        ours,
        kind,
      }))
      expect(differences).toEqual(known)
    },
  )

  it('carries scores in 69 rows, of which 41 agree', () => {
    const rows = forms
      .flatMap(([, { forms: list }]) => list.flatMap((form) => form.rows))
      .filter(({ score }) => score)
    const agreeing = rows.filter(
      (row) => differenceOf(parseWeight(row.score ?? '') ?? -1, scored(row)) === null,
    )
    expect([rows.length, agreeing.length]).toEqual([69, 41])
    expect(Object.values(causes).flat()).toHaveLength(rows.length - agreeing.length)
  })

  const judged = Object.entries(causes).flatMap(([file, list]) =>
    list.filter(({ kind }) => kind === 'above' || kind === 'below').map((cause) => ({ file, ...cause })),
  )

  it('has evidence for every score that is neither rounded nor without a value', () => {
    expect(judged).toHaveLength(9)
    expect(judged.filter(({ evidence }) => evidence === undefined)).toEqual([])
  })

  it.each(judged)('$file, $name: what the form shows of its cause', ({ file, name, written, evidence }) => {
    const row = rowIn(file, name)
    const done = completion(row)
    if (evidence?.kind === 'copied') {
      const money = publishedMoney[file]
      const paid = parseDecimal(row.actual ?? '')
      expect(money?.written).toBe(written)
      expect(paid && compareRatios(paid, { of: BigInt(money?.paid ?? 0), to: 1_000_000n })).toBe(0)
    } else if (evidence?.kind === 'met') expect(compareRatios(done, whole)).toBe(0)
    else if (evidence && 'against' in evidence) {
      const other = rowIn(file, evidence.against)
      expect(other.weight).toBe(row.weight)
      const byScore = Math.sign(written - (parseWeight(other.score ?? '') ?? 0))
      expect(compareRatios(done, completion(other))).toBe(-byScore)
      const { least, most } = bandOf(done, weightOf(row))
      if (evidence.kind === 'band') expect(written >= least && written <= most).toBe(true)
      // A tenth upwards is the most that rounding may add.
      else expect(written).toBeGreaterThan(Math.max(most, (scored(row).score ?? 0) + 10))
    }
  })

  it.each(Object.entries(publishedMoney))('%s: the money row as published', (file, money) => {
    const auto = executionScore(money, edition(file.includes('sichuan') ? 'sichuan' : 'national'), pack)
    expect(auto.score).toBe(money.ours)
    expect(differenceOf(money.written, auto)?.kind).toBe(money.cause === '' ? undefined : 'rounded')
  })

  it.each(Object.entries(publishedTotals))(
    '%s: the published total differs by what its rows differ',
    (file, total) => {
      const rows = (expected[file]?.forms ?? []).flatMap((form) => form.rows)
      const money = publishedMoney[file]
      const written = rows.reduce(
        (sum, { score }) => sum + (parseWeight(score ?? '') ?? 0),
        money?.written ?? 0,
      )
      expect(written).toBe(total.written)
      // What a person must score is taken as the unit scored it.
      const ours = rows.reduce(
        (sum, row) => sum + (scored(row).score ?? parseWeight(row.score ?? '') ?? 0),
        money?.ours ?? 0,
      )
      expect(ours).toBe(total.ours)
      const explained = (causes[file] ?? []).reduce(
        (sum, { written: points, ours: points2 }) => sum + (points2 === null ? 0 : points - points2),
        (money?.written ?? 0) - (money?.ours ?? 0),
      )
      expect(total.written - total.ours).toBe(explained)
      expect(gradeOf(total.written, 10_000, pack.evaluation.bands)).toBe(total.grade)
      expect(gradeOf(total.ours, 10_000, pack.evaluation.bands)).toBe(total.grade)
    },
  )

  it('does not take 0.88 for 88 %, nor for less than one', () => {
    const rate = expected['S01-self-sichuan.xlsx']?.forms[0]?.rows.find(
      ({ level3 }) => level3 === '预算执行率',
    )
    if (!rate) throw new Error('no such row')
    expect(scored(rate)).toMatchObject({
      score: null,
      why: '完成值 0.88 像是没有乘 100 的百分比，请核对后填写',
    })
  })
})

describe('a written score beside the one by the rules', () => {
  const auto = (score: number | null) =>
    ({ score, why: '不能判定', formula: '', inputs: [], span: null, clause: '', mark: '源' }) as const
  it.each([
    [1000, 1000, undefined],
    [900, 980, 'rounded'],
    [1000, 951, 'rounded'],
    [1000, 950, 'above'],
    [190, 195, 'rounded'],
    [180, 191, 'below'],
    [205, 195, 'above'],
    [500, null, 'unread'],
  ])('%i beside %s is %s', (written, score, kind) => {
    expect(differenceOf(written, auto(score))?.kind).toBe(kind)
  })
})

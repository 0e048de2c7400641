import { expect, it } from 'vitest'
import { checkAnswer, checkDecision } from '#domain/disposals/checks'
import { disposalStateList } from '#domain/disposals/flow'
import { groupOf } from '#domain/disposals/groups'
import { hasLetter } from '#domain/disposals/letters'
import { isTaken } from '#domain/disposals/propose'
import { measureList } from '#domain/disposals/rules'
import { corrections, isOverpaid } from '#domain/execution/reconcile'
import { grouped } from '#domain/grouped'
import { checkMonitoring } from '#domain/monitoring/checks'
import { isReported } from '#domain/monitoring/flow'
import { worstColour } from '#domain/monitoring/lights'
import { fundTotal, lightsOfMonitoring, referenceOf } from '#domain/monitoring/monitoring'
import { screeningCodes } from '#domain/screening/rules'
import { isCheckComplete } from '#domain/spot-checks/checks'
import { spotCheckStateList } from '#domain/spot-checks/flow'
import { verifyPick } from '#domain/spot-checks/pick'
import { rulesById } from '#domain/year-rules'
import { allBooks } from '#storage/books'
import { candidatesIn, disposalsOf } from '#storage/disposals'
import { executionImportsOf, executionsOf, treasuryAt } from '#storage/executions'
import { goalsOf } from '#storage/goals'
import { localToday } from '#storage/local-day'
import { monitoringsOf, roundsOf } from '#storage/monitorings'
import { screenedRound } from '#storage/screening'
import { spotChecksOf, spotPicksOf } from '#storage/spot-checks'
import { demoWorld } from '../storage/demo-world.ts'

it('has disposals in every state with every measure, late ones too, and warnings left to dispose of', async () => {
  const book = await demoWorld()
  const disposals = await disposalsOf(book.id)
  expect(new Set(disposals.map(({ state }) => state))).toEqual(new Set(disposalStateList))
  expect(new Set(disposals.map(({ measure }) => measure))).toEqual(new Set(measureList))
  const today = localToday()
  expect(disposals.some((each) => groupOf(each, today) === 'overdue')).toBe(true)
  expect(new Set(disposals.map(({ goalId }) => goalId)).size).toBe(disposals.length)
  const approved = new Set(
    (await goalsOf(book.id)).flatMap(({ id, status }) => (status === 'approved' ? [id] : [])),
  )
  expect(
    disposals.some(
      ({ state, measure, goalId }) => state === 'issued' && measure === 'adjust' && approved.has(goalId),
    ),
  ).toBe(true)
  const { monitoring } = rulesById(book.rulesId)
  for (const disposal of disposals) {
    expect(disposal.trail.at(-1)?.to ?? 'proposed').toBe(disposal.state)
    if (hasLetter(disposal)) expect(checkDecision(disposal, monitoring.disposal)).toEqual([])
    if (disposal.answeredOn) expect(checkAnswer(disposal, disposal, monitoring.disposal)).toEqual([])
  }
  const [round] = await roundsOf(book.id)
  const candidates = await candidatesIn(book.id, round?.id ?? '', rulesById(book.rulesId))
  expect(candidates.filter((each) => !isTaken(each, disposals)).length).toBeGreaterThan(3)
})

it('has a round with every light and every state, and nothing that was handed in has an error', async () => {
  const book = await demoWorld()
  const [round] = await roundsOf(book.id)
  const forms = await monitoringsOf(book.id, round?.id ?? '')
  const pack = rulesById(book.rulesId)
  expect(new Set(forms.map(({ state }) => state)).size).toBe(6)
  const lights = forms.map((form) => lightsOfMonitoring(form, referenceOf(form), pack.monitoring))
  const worst = lights.map((each) => worstColour(Object.values(each).map(({ colour }) => colour)))
  expect(new Set(worst)).toEqual(new Set(['green', 'yellow', 'red', 'blue', 'none']))
  for (const form of forms.filter(({ state }) => isReported(state))) {
    const errors = checkMonitoring(form, referenceOf(form), pack.monitoring).filter(
      ({ severity }) => severity === 'error',
    )
    expect([form.name, errors]).toEqual([form.name, []])
  }
})

it('has a few forms that are not credible, and is honest in the others', async () => {
  const book = await demoWorld()
  const [round] = await roundsOf(book.id)
  if (!round) throw new Error('the demo has a round')
  const screened = await screenedRound(round, rulesById(book.rulesId))
  const found = new Set(screened.flatMap(({ findings }) => findings.map(({ code }) => code)))
  // What needs a round before, or would blame a unit for its own words, is not played.
  const unplayed = ['same-as-before', 'text-within', 'money-differs']
  for (const code of screeningCodes) if (!unplayed.includes(code)) expect(found, code).toContain(code)
  const doubtful = screened.filter(({ findings }) => findings.length > 0)
  expect(doubtful.length).toBeLessThan(screened.length / 4)
})

it('has checks in every state and with every verdict, picked in every way', async () => {
  const book = await demoWorld()
  const checks = await spotChecksOf(book.id)
  expect(new Set(checks.map(({ state }) => state))).toEqual(new Set(spotCheckStateList))
  expect(new Set(checks.map(({ verdict }) => verdict))).toEqual(new Set(['', 'true', 'mostly', 'false']))
  const recorded = checks.filter(({ verdict }) => verdict !== '')
  expect(recorded.every(isCheckComplete)).toBe(true)
  const picks = await spotPicksOf(book.id)
  expect(picks.map(({ wish }) => wish.way).sort()).toEqual(['hand', 'random', 'risk'])
  expect(picks.flatMap(verifyPick)).toEqual([])
})

it('carries the treasury of every month, with all that happens in one', async () => {
  const book = await demoWorld()
  const rows = await executionsOf(book.id)
  const imports = await executionImportsOf(book.id)
  expect(imports.map(({ months }) => months)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((month) => [month]))
  expect(imports.flatMap(({ added }) => added).toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
  const series = [...grouped(rows, ({ line, source }) => `${line}|${source}`).values()]
  expect(series.filter((own) => corrections(own).length > 0)).toHaveLength(1)
  expect(rows.filter(isOverpaid)).toHaveLength(1)
  expect(new Set(rows.map(({ way }) => way))).toEqual(new Set(['code', 'name', 'hand', '']))
  expect(rows.every(({ paid, allocated }) => (allocated ?? 0) >= (paid ?? 0))).toBe(true)
  const [before] = (await allBooks()).filter(({ year }) => year === 2025)
  expect(new Set((await executionsOf(before?.id ?? '')).map(({ month }) => month)).size).toBe(12)
})

it('reports what the treasury paid, but for two who do not', async () => {
  const book = await demoWorld()
  const [round] = await roundsOf(book.id)
  const treasury = await treasuryAt(book.id, round?.month ?? 0)
  const told = (await monitoringsOf(book.id, round?.id ?? '')).filter(
    ({ kind, state }) => kind !== 'department' && kind !== 'government' && isReported(state),
  )
  const differing = told.filter((form) => fundTotal(form.funds).paid !== treasury.get(form.goalId)?.paid)
  expect(differing.map(({ name }) => name).toSorted()).toEqual(
    ['农村供水保障工程', '革命文物保护修缮'].toSorted(),
  )
})

import { expect, it } from 'vitest'
import { lightsOfMonitoring, type Monitoring } from '#domain/monitoring/monitoring'
import { withOwnRules } from '#domain/monitoring/own-rules'
import { percent } from '#domain/monitoring/ratio'
import { rehearse, sumOfRehearsal } from '#domain/monitoring/rehearsal'
import { wan } from '../sample-goal.ts'
import { filled, opened, rules } from './sample.ts'

/** A form that has paid so many percent of its money by July, where the line of June asks for 40 %. */
function paying(id: string, share: number, change: Partial<Monitoring> = {}): Monitoring {
  const funds = filled().funds.map((row) =>
    row.budget === null ? row : { ...row, budget: 100 * wan, paid: share * wan, forecast: 100 * wan },
  )
  return { ...filled(), id, funds, ...change }
}

function withLine(rate: number) {
  const lines = rules.executionLines.map((line) => ({
    month: line.month,
    rate: line.month === 6 ? rate : line.rate,
  }))
  return withOwnRules(rules, { lines, numbers: {} })
}

const forms = [paying('at', 45), paying('below', 44), paying('far', 34), paying('green', 46)]

it('names exactly the forms whose colours change, from what to what', () => {
  const changed = rehearse(forms, rules, withLine(45), () => null).flatMap(({ form, changes }) =>
    changes.filter(({ kind }) => kind === 'execution').map(({ from, to }) => [form.id, from, to]),
  )
  // 45 stays green at its line, 44 falls one point short, 34 was 6 short and is 11 short now.
  expect(changed).toEqual([
    ['below', 'green', 'yellow'],
    ['far', 'yellow', 'red'],
  ])
})

it('changes nothing under the same lines, and is its own reverse', () => {
  expect(rehearse(forms, rules, rules, () => null)).toEqual([])
  const there = rehearse(forms, rules, withLine(45), () => null)
  const back = rehearse(forms, withLine(45), rules, () => null)
  expect(back.map(({ form, changes }) => [form.id, changes.map(({ from, to }) => [to, from])])).toEqual(
    there.map(({ form, changes }) => [form.id, changes.map(({ from, to }) => [from, to])]),
  )
})

it('gives the colours that the form would have', () => {
  for (const { form, changes } of rehearse(forms, rules, withLine(45), () => null)) {
    const lights = lightsOfMonitoring(form, null, withLine(45))
    for (const { kind, to, reason } of changes) expect(lights[kind]).toMatchObject({ colour: to, reason })
  }
})

it('holds a project against its own plan where that runs later than the line', () => {
  expect(rehearse([paying('later', 30)], rules, withLine(90), () => percent(30))).toEqual([])
})

it('leaves out exempt forms and those on which nothing is reported, and tells collected ones apart', () => {
  const frozen = {
    execution: { colour: 'green', reason: '' },
    goal: { colour: 'green', reason: '' },
    gap: { colour: 'green', reason: '' },
    forecast: { colour: 'green', reason: '' },
    rulesId: 'frame-2021',
    rulesVersion: 1,
  } as const
  const others = [
    paying('exempt', 34, { state: 'exempt' }),
    { ...opened(), id: 'empty' },
    paying('kept', 34, { state: 'accepted', frozen }),
  ]
  const rehearsed = rehearse([...forms, ...others], rules, withLine(45), () => null)
  expect(rehearsed.map(({ form, isKept }) => [form.id, isKept])).toEqual([
    ['below', false],
    ['far', false],
    ['kept', true],
  ])
  expect(sumOfRehearsal(rehearsed)).toEqual({ forms: 3, worse: 3, better: 0, kept: 1 })
})

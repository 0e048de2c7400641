import { expect, it } from 'vitest'
import { shippedMilestones } from '#domain/coverage-map/founding-milestones'
import type { MeasureFacts } from '#domain/coverage-map/measures'
import { emptyMilestone, type Milestone, milestoneProblems } from '#domain/coverage-map/milestone'
import { roadOf } from '#domain/coverage-map/road'

const facts: MeasureFacts = {
  groups: [],
  rates: [
    { kind: 'government', covered: 1, all: 1 },
    { kind: 'department', covered: 2, all: 3 },
    { kind: 'policy', covered: 0, all: 0 },
    { kind: 'project', covered: 4, all: 4 },
  ],
  regulations: { organisation: 1, process: 2, foundation: 0, supervision: 1 },
  indicators: 0,
}
const kept: Milestone = {
  ...{ ...emptyMilestone(2022), shippedId: '2022-cycle', state: 'done', note: '已印发通报' },
  ...{ id: 'm', bookId: 'b', revision: 1, changedAt: '', changedBy: '' },
}

it('ships the targets of every year of the founding document, each once and with its clause', () => {
  expect(new Set(shippedMilestones.map(({ id }) => id)).size).toBe(shippedMilestones.length)
  expect([...new Set(shippedMilestones.map(({ year }) => year))]).toEqual([2019, 2020, 2021, 2022])
  expect(shippedMilestones.every(({ clause }) => /^巴财〔2020〕38号 四（[一二三四]）$/.test(clause))).toBe(
    true,
  )
})

it('states by data what can be measured, and by hand what a person said', () => {
  const state = (id: string, said: readonly Milestone[] = []) => {
    const target = roadOf(said, facts, 2026).find((each) => each.id === id)
    return target && [target.state, target.by, target.isLate]
  }
  expect(state('2022-yearly')).toEqual(['done', 'data', false])
  expect(state('2022-cycle')).toEqual(['partly', 'data', true])
  expect(state('2022-cycle', [kept])).toEqual(['done', 'hand', false])
  expect(state('2022-system')).toEqual(['partly', 'data', true])
  expect(state('2022-platform')).toEqual(['open', 'none', true])
  expect(roadOf([], null, 2026).every(({ by }) => by === 'none')).toBe(true)
})

it('puts the own targets of the bureau in the order of years', () => {
  const own = { ...kept, id: 'own', shippedId: '', year: 2027, text: '本局目标' }
  expect(roadOf([own], facts, 2026).at(-1)).toMatchObject({ id: 'own', by: 'hand' })
})

it('asks for a text, a year, a real day, and a note beside a state that was set by hand', () => {
  const codes = (part: object) =>
    milestoneProblems({ ...emptyMilestone(2027), text: '目标', ...part }).map(({ code }) => code)
  expect(codes({})).toEqual([])
  expect(codes({ text: ' ' })).toEqual(['text-missing'])
  expect(codes({ text: '', shippedId: '2022-cycle' })).toEqual([])
  expect(codes({ year: 0 })).toEqual(['year-unfit'])
  expect(codes({ state: 'done' })).toEqual(['note-missing'])
  expect(codes({ doneOn: '2026-02-30' })).toEqual(['day-unfit'])
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  marginOfError,
  marginText,
  neededSample,
  surveyFigures,
  surveyProblems,
} from '#domain/evaluation/survey-figures'
import { talliedSurvey } from '../../actions/survey-world.ts'
import { rules } from './sample.ts'

const { survey } = rules

describe('the sample that is needed', () => {
  // Krejcie and Morgan (1970) and the usual tables for 95 % and ±5 %; 385 for an endless population.
  it.each([
    [0, 385],
    [100, 80],
    [500, 218],
    [1000, 278],
    [10_000, 370],
    [100_000, 383],
    [1, 1],
    [2, 2],
  ])('of %i is %i for ±5 %% at 95 %%', (population, needed) => {
    expect(neededSample(population, survey)).toBe(needed)
  })

  it('is 1068 for ±3 %, 97 for ±10 % and 666 with z = 2.58 (99 %), of an endless population', () => {
    expect(neededSample(0, { ...survey, margin: 3 })).toBe(1068)
    expect(neededSample(0, { ...survey, margin: 10 })).toBe(97)
    expect(neededSample(0, { ...survey, z: 258, confidence: 99 })).toBe(666)
  })

  it('never exceeds the population and grows with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (population) => {
        const needed = neededSample(population, survey)
        expect(needed).toBeGreaterThan(0)
        expect(needed).toBeLessThanOrEqual(population)
        expect(neededSample(population + 1, survey)).toBeGreaterThanOrEqual(needed)
      }),
    )
  })
})

describe('the margin of error', () => {
  it.each([
    [385, 0, 500],
    [384, 0, 501],
    [1000, 0, 310],
    [100, 0, 980],
    [278, 1000, 500],
    [277, 1000, 501],
    [1000, 1000, 0],
    [1200, 1000, 0],
    [1, 1, 0],
  ])('of %i from %i is %i hundredths', (sample, population, margin) => {
    expect(marginOfError(sample, population, survey)).toBe(margin)
  })

  it('is unknown without answers, and is written with two decimals', () => {
    expect(marginOfError(0, 1000, survey)).toBeNull()
    expect(marginText(null)).toBe('—')
    expect(marginText(499)).toBe('±4.99 个百分点')
    expect(marginText(5)).toBe('±0.05 个百分点')
  })

  it('keeps what the needed sample promises', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 200_000 }), (population) => {
        const margin = marginOfError(neededSample(population, survey), population, survey)
        expect(margin).toBeLessThanOrEqual(survey.margin * 100)
      }),
    )
  })
})

describe('a tally', () => {
  it('gives the share of the two best steps, a weighted figure, and how many were valid', () => {
    const figures = surveyFigures(talliedSurvey(), survey)
    expect(figures.questions.map(({ answers, satisfied }) => [answers, satisfied])).toEqual([
      [278, 200],
      [278, 250],
    ])
    expect(figures).toMatchObject({ valid: 278, needed: 278, isEnough: true, margin: 500 })
    expect(figures.rate).toEqual({ of: 450n, to: 556n })
    // 250 × 100 + 200 × 80 + 70 × 60 + 28 × 30 + 8 × 0
    expect(figures.weighted).toEqual({ of: 46_040n, to: 556n })
  })

  it('has no rate without an answer', () => {
    expect(surveyFigures(talliedSurvey({ tally: {} }), survey)).toMatchObject({
      ...{ rate: null, weighted: null, valid: 0, margin: null, isEnough: false },
    })
  })

  it('is doubted where more answered than were asked or handed out, or too few for the margin', () => {
    const at = (change: Parameters<typeof talliedSurvey>[0]) =>
      surveyProblems(talliedSurvey(change), survey).map(({ message }) => message)
    expect(at({})).toEqual([])
    expect(at({ population: 277 })[0]).toContain('多于调查对象')
    expect(at({ handedOut: 277 })[0]).toContain('多于发放')
    expect(at({ population: 1010 })[0]).toContain('需要 279 份')
  })
})

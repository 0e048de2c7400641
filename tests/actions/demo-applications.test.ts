import { beforeAll, expect, it } from 'vitest'
import { sumsOf } from '#domain/applications/amounts'
import type { Application } from '#domain/applications/application'
import { checkAnswer, checkDecision } from '#domain/applications/checks'
import { applicationStateList, isDecided, type RectificationState } from '#domain/applications/flow'
import { type Candidate, isTaken } from '#domain/applications/propose'
import { applicationRules } from '#domain/applications/table'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { applicationCandidates, applicationsOf, lastResultOf } from '#storage/applications'
import { db } from '#storage/database'
import { localToday } from '#storage/local-day'
import { demoWorld } from '../storage/demo-world.ts'

let newest: YearBook
let book: YearBook
let applications: Application[]
let candidates: Candidate[]
const today = localToday()

beforeAll(async () => {
  newest = await demoWorld()
  const found = await db.books.get(newest.previousId)
  if (!found) throw new Error('the newest demo year follows another')
  book = found
  applications = await applicationsOf(book.id)
  candidates = await applicationCandidates(book, today, rulesOf(book))
})

it('has every state, every state of 整改, and something left to propose', () => {
  expect(new Set(applications.map(({ state }) => state))).toEqual(new Set(applicationStateList))
  const mended = new Set<RectificationState | undefined>(
    applications.map(({ rectification }) => rectification?.state),
  )
  for (const state of ['none', 'ordered', 'reported', 'cleared'] as const) expect(mended).toContain(state)
  expect(candidates.some((each) => each.ground.calls && !isTaken(each, applications))).toBe(true)
})

it('has decisions and answers that are complete, on results that there are', () => {
  for (const each of applications) {
    expect(isTaken(each, candidates), each.name).toBe(true)
    if (isDecided(each.state)) expect(checkDecision(each, applicationRules), each.name).toEqual([])
    if (each.answeredOn !== '') expect(checkAnswer(each), each.name).toEqual([])
    if (each.state === 'closed') expect(each.rectification?.state ?? 'cleared').toBe('cleared')
  }
})

it('adds up from line to sum, and goes to next year’s declarations', async () => {
  const sums = sumsOf(applications)
  expect([sums.proposed, sums.decided, sums.done]).toEqual([-5_514_160_000, -1_766_300_000, -848_100_000])
  const goals = await db.goals.bulkGet(applications.map(({ nextGoalId }) => nextGoalId))
  expect(goals.every((goal) => goal?.bookId === newest.id)).toBe(true)
  const government = (await db.goals.toArray()).find(
    ({ bookId, kind }) => bookId === newest.id && kind === 'government',
  )
  expect(government && (await lastResultOf(newest, government))?.source.kind).toBe('evaluation')
  const whole = goals.find((goal) => goal?.kind === 'department')
  expect(whole && (await lastResultOf(newest, whole))).toMatchObject({
    year: book.year,
    source: { result: 'medium' },
  })
})

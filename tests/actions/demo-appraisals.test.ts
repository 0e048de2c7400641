import { describe, expect, it } from 'vitest'
import { isTrueDraw } from '#domain/appraisals/sampling'
import { totalsOf } from '#domain/appraisals/score'
import { secretsOf, secretWordsIn } from '#domain/exchange/secrets'
import { appraisalFacts } from '#storage/appraisal-facts'
import { appraisalsOf } from '#storage/appraisals'
import { allBooks } from '#storage/books'
import { db } from '#storage/database'
import { goalsOf } from '#storage/goals'
import { demoWorld } from '../storage/demo-world.ts'

describe('the demo', () => {
  it('has a finished year and a running one, measured on its books, and names nothing secret', async () => {
    const newest = await demoWorld()
    const books = await allBooks()
    const finished = books.find(({ year }) => year === newest.year - 1)
    if (!finished) throw new Error('three years')
    const decided = (await appraisalsOf(finished.id)).filter(({ isOwn }) => !isOwn)
    expect(decided.length).toBeGreaterThan(20)
    expect(decided.every(({ state, frozen }) => state === 'announced' && frozen !== null)).toBe(true)
    for (const { frozen, ...each } of decided)
      expect(frozen?.total).toBe(totalsOf({ ...each }, 'final').total)
    for (const { draws } of decided) expect(draws.every(isTrueDraw)).toBe(true)
    const running = await appraisalsOf(newest.id)
    expect(running.map(({ isOwn, state }) => [isOwn, state])).toEqual([[true, 'open']])
    for (const book of [finished, newest]) {
      const secrets = secretsOf(await goalsOf(book.id))
      expect(secretWordsIn(JSON.stringify(await appraisalsOf(book.id)), secrets)).toEqual([])
    }
  }, 60_000)

  it('counts facts as the tables have them', async () => {
    const newest = await demoWorld()
    const facts = await appraisalFacts(newest, '2026-11-20')
    let [reported, issued] = [0, 0]
    for (const form of await db.monitorings.toArray())
      if (form.bookId === newest.id && form.trail.some(({ step }) => step === 'submit-monitoring')) reported++
    for (const { bookId, state } of await db.disposals.toArray())
      if (bookId === newest.id && state !== 'proposed' && state !== 'dropped') issued++
    expect(facts.monitorings.filter(({ reportedOn }) => reportedOn !== '')).toHaveLength(reported)
    expect(facts.disposals.filter(({ state }) => state !== 'proposed' && state !== 'dropped')).toHaveLength(
      issued,
    )
    expect(facts.goals).toHaveLength((await goalsOf(newest.id)).length)
    expect(facts.disclosures.length).toBeGreaterThan(0)
    const finished = (await allBooks()).find(({ year }) => year === newest.year - 1)
    if (!finished) throw new Error('three years')
    let [applied, ordered] = [0, 0]
    for (const { bookId, state, rectification } of await db.applications.toArray()) {
      if (bookId !== finished.id) continue
      if (!['draft', 'budgeting', 'deciding', 'dropped'].includes(state)) applied++
      if (rectification && rectification.state !== 'none') ordered++
    }
    const past = await appraisalFacts(finished, '2026-11-20')
    expect([past.applied.length, past.rectifications.length]).toEqual([applied, ordered])
    expect(applied).toBeGreaterThan(0)
  }, 60_000)
})

import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type BoardIndex, indexBoard } from '#domain/dashboard/board-index'
import type { YearBook } from '#domain/year-book'
import { keptParts, keptState, type Made } from '#storage/board-cache'
import { changesBetween } from '#storage/board-changes'
import { keepMade, makeBoard } from '#storage/board-make'
import { factsOf, type LedgerPart, readParts } from '#storage/board-parts'
import { isBoardNear } from '#storage/board-ready'
import { type BoardState, stateOf } from '#storage/board-state'
import { db } from '#storage/database'
import { packRows, unpackRows } from '#storage/packed-rows'
import { type Act, actList, boardWorld, doIn, type World } from './board-world.ts'

/** The board as it follows from the tables, whatever was known before. */
async function fromScratch(book: YearBook): Promise<BoardIndex> {
  const { lastId } = await stateOf(book)
  return indexBoard(await factsOf(await readParts(book, lastId), book, lastId))
}

async function firstBoard({ book }: World): Promise<Made> {
  return makeBoard(book, await stateOf(book), null)
}

/** Rules and last year's book are in the state itself: with other ones nothing is taken over. */
const freshStarts: readonly Act[] = ['changeRules', 'eraseLastYear']

const course = fc.array(
  fc.record({ act: fc.constantFrom(...actList), n: fc.nat(60), restarts: fc.boolean() }),
  { minLength: 1, maxLength: 14 },
)

describe('a board that follows the trail', () => {
  it.each(actList)('takes over what %s left alone', async (act) => {
    const world = await boardWorld()
    const { state, parts } = await firstBoard(world)
    await doIn(world, act, 10)
    const after = await stateOf(world.book)
    expect(after).not.toEqual(state)
    expect((await changesBetween(state, after)) === null).toBe(freshStarts.includes(act))
    const { index } = await makeBoard(world.book, after, { state, parts })
    expect(index).toEqual(await fromScratch(world.book))
  })

  it('equals one that is worked out from all tables, after whatever was written', async () => {
    await fc.assert(
      fc.asyncProperty(course, async (steps) => {
        const world = await boardWorld()
        let made = await firstBoard(world)
        for (const { act, n, restarts } of steps) {
          await doIn(world, act, n)
          if (restarts) await keepMade(made)
          const state = await stateOf(world.book)
          made = await makeBoard(world.book, state, restarts ? null : made)
          expect(made.index).toEqual(await fromScratch(world.book))
        }
      }),
      { numRuns: 30 },
    )
  }, 120_000)
})

describe('a trail that is not understood', () => {
  async function changedBy(
    alter: (to: BoardState, newest: string) => Promise<BoardState | undefined>,
  ): Promise<unknown> {
    const world = await boardWorld()
    const { state } = await firstBoard(world)
    await doIn(world, 'moveForm', 1)
    await doIn(world, 'moveForm', 2)
    const to = await stateOf(world.book)
    expect(await changesBetween(state, to)).not.toBeNull()
    const entries = await db.audit
      .where('[bookId+number]')
      .between([world.book.id], [world.book.id, []])
      .toArray()
    const other = await alter(to, entries.at(-1)?.id ?? '')
    return changesBetween(state, other ?? to)
  }

  it.each([
    ['has an entry that does not follow', { previousHash: 'another' }],
    ['has an entry with another end', { hash: 'another' }],
    ['names a table that is not known', { changes: [{ table: 'unheardOf', id: 'x' }] }],
    ['names an import that is gone', { changes: [{ table: 'executionImports', id: 'x' }] }],
  ])('gives nothing to go by where it %s', async (_why, change) => {
    const changes = await changedBy(async (_to, newest) => {
      await db.table('audit').update(newest, change)
      return undefined
    })
    expect(changes).toBeNull()
  })

  it('gives nothing to go by where an entry is missing, or it is shorter than it was', async () => {
    const missing = await changedBy(async (_to, newest) => {
      await db.audit.delete(newest)
      return undefined
    })
    const shorter = await changedBy(async (to) => ({ ...to, ends: [null, to.ends[1]] }))
    expect([missing, shorter]).toEqual([null, null])
  })
})

describe('a kept board', () => {
  it('is near while little was written since, and not under other rules', async () => {
    const world = await boardWorld()
    expect(await isBoardNear(world.book)).toBe(false)
    await keepMade(await firstBoard(world))
    expect(await isBoardNear(world.book)).toBe(true)
    await doIn(world, 'importRows', 20)
    expect(await isBoardNear(world.book)).toBe(true)
    await doIn(world, 'changeRules', 1)
    expect(await isBoardNear(world.book)).toBe(false)
  })

  it('keeps what it was made of, and goes with its book', async () => {
    const { book, last } = await boardWorld()
    const [made, former] = await Promise.all(
      [book, last].map(async (each) => makeBoard(each, await stateOf(each), null)),
    )
    if (!made || !former) throw new Error('both books have a board')
    await keepMade(former)
    await keepMade(made)
    expect(await keptParts(book.id)).toEqual({ state: made.state, parts: made.parts })
    expect(await keptState(last.id)).toEqual(former.state)
    await doIn({ book, last }, 'eraseLastYear', 0)
    await keepMade(made)
    expect([await keptState(last.id), await keptParts(last.id)]).toEqual([null, null])
  })

  it('is done without where it cannot be kept', async () => {
    const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const world = await boardWorld()
    const made = await firstBoard(world)
    // Nothing can be stored that holds a function.
    const index = Object.assign({ ...made.index }, { year: () => 2026 })
    expect(await keepMade(Object.assign({ ...made }, { index }))).toBe(false)
    expect(said).toHaveBeenCalledOnce()
    said.mockRestore()
    expect(await isBoardNear(world.book)).toBe(false)
  })

  it('packs the rows of a ledger without loss', () => {
    const text = fc.constantFrom('', 'a', '项目', 'code:C1')
    const amount = fc.option(fc.maxSafeInteger(), { nil: null })
    const row: fc.Arbitrary<LedgerPart> = fc.record({
      id: fc.constantFrom('b|a|01|', 'b|项目|12|general-local', 'another'),
      ...{
        goalId: text,
        unitId: text,
        line: text,
        code: text,
        name: text,
        way: fc.constantFrom('code', 'name', 'hand', ''),
        unitName: text,
      },
      month: fc.integer({ min: 1, max: 12 }),
      source: fc.constantFrom('' as const, 'general-local' as const),
      ...{ initial: amount, adjusted: amount, allocated: amount, paid: amount },
    })
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(unpackRows(packRows('b', rows))).toEqual(rows)
      }),
    )
  })
})

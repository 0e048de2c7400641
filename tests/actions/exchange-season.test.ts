import { beforeAll, describe, expect, it, vi } from 'vitest'
import { answerComment } from '#actions/answer-comment'
import { commentGoal } from '#actions/comment-goal'
import { openRound } from '#actions/open-round'
import { openSelfEvaluations } from '#actions/open-self-evaluations'
import { proposeDisposals } from '#actions/propose-disposals'
import { saveAnswer } from '#actions/save-answer'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { takeDisposalStep } from '#actions/take-disposal-step'
import { countsOf } from '#domain/exchange/rehearsal'
import type { Duty } from '#domain/people/duties'
import { db } from '#storage/database'
import { candidate } from '../domain/disposals/sample.ts'
import { wantedRound } from '../storage/monitoring-world.ts'
import { acting, by } from '../storage/world.ts'
import { city, Machine, noDecisions, unitDuty } from './exchange-world.ts'
import {
  acceptMonitoring,
  approve,
  type County,
  carry,
  collectSelfEvaluation,
  declare,
  fill,
  goalStep,
  handInMonitoring,
  handInSelfEvaluation,
  makeCounty,
  sums,
  sumsHere,
  type UnitHere,
} from './season-world.ts'

vi.mock('#desktop', () => import('./machine-desktop.ts'))

let [counties, above] = [[] as County[], {} as Machine]

/** By all the units of all counties, in the order of the season. */
async function everyUnit(work: (county: County, unit: UnitHere) => Promise<void>): Promise<void> {
  for (const county of counties) for (const unit of county.units) await work(county, unit)
}

const everyCounty = async (work: (county: County) => Promise<void>) => {
  for (const county of counties) await work(county)
}

beforeAll(async () => {
  counties = [await makeCounty('511922', '南江县'), await makeCounty('511921', '通江县')]
  above = await Machine.make(city)
  for (const { bureau } of counties) {
    await above.trusts(bureau)
    await bureau.trusts(above)
  }
})

describe('a season of four units, two counties and their city', { timeout: 90_000 }, () => {
  it('parameters go down, goals come up', async () => {
    await everyUnit(async (county, unit) => {
      const { bureau, bookId } = county
      const { rehearsal } = await carry(bureau, unit.machine, 'parameters', bookId)
      expect(countsOf(rehearsal.lines)).toMatchObject({ conflict: 0, refused: 0, deleted: 0 })
      await declare(county, unit, `${unit.machine.station.name}设备购置`)
      await declare(county, unit, `${unit.machine.station.name}业务运行`)
      const { taken } = await carry(unit.machine, bureau, 'report', bookId)
      expect(taken.receipt).toMatchObject({ verdict: 'accepted', counts: { taken: 4 } })
    })
    await everyCounty(({ bureau, units }) =>
      bureau.on(async () => {
        const ids = (await db.goals.toArray()).map(({ id }) => id).sort()
        expect(ids).toEqual(units.flatMap(({ goals }) => goals).sort())
      }),
    )
  })

  it('they go back with comments at their fields, are corrected and answered, and come up again', async () => {
    await everyCounty(({ bureau, units }) =>
      bureau.on(async () => {
        for (const { goals } of units) {
          const [id = ''] = goals
          await commentGoal(id, 'overview', '请写明受益范围', acting('spending'))
          await goalStep(id, 'return-first-review', 'spending', '补充测算依据')
        }
      }),
    )
    await everyUnit(async ({ bureau, bookId }, unit) => {
      await carry(bureau, unit.machine, 'decision', bookId)
      const [id = '', other = ''] = unit.goals
      await unit.machine.on(async () => {
        const review = await db.reviews.get(id)
        expect(review?.comments.map(({ at, text }) => [at, text])).toEqual([['overview', '请写明受益范围']])
        expect((await db.goals.get(other))?.status).toBe('submitted')
        const goal = await db.goals.get(id)
        await fill(id, {
          total: goal?.total ?? 0,
          funding: goal?.funding ?? [],
          overview: '覆盖本单位 5200 名服务对象',
        })
        await answerComment(id, review?.comments[0]?.id ?? '', '已补充', unitDuty)
        await goalStep(id, 'submit-goal')
      })
      await carry(unit.machine, bureau, 'report', bookId)
      await bureau.on(async () => {
        expect((await db.goals.get(id))?.overview).toBe('覆盖本单位 5200 名服务对象')
        const review = await db.reviews.get(id)
        expect(review?.comments.map(({ answer }) => answer)).toEqual(['已补充'])
        expect(review?.trail.map(({ step }) => step)).toEqual([
          ...['submit-goal', 'return-first-review', 'submit-goal'],
        ])
      })
    })
  })

  it('what both sides changed in the same field is shown, decided, and can be found; the rest merges', async () => {
    const [county] = counties
    const unit = county?.units[0]
    if (!county || !unit) throw new Error('there is a county')
    const [id = ''] = unit.goals
    await unit.machine.on(async () => {
      await goalStep(id, 'withdraw-goal')
      const goal = await db.goals.get(id)
      if (goal)
        await saveGoalDraft(id, goal.revision, { ...goal, phone: '0827-1', contact: '张老师' }, unitDuty)
      await goalStep(id, 'submit-goal')
    })
    await county.bureau.on(async () => {
      const goal = await db.goals.get(id)
      if (goal)
        await db.goals.put({ ...goal, phone: '0827-2', responsible: '教育股', revision: goal.revision + 1 })
    })
    const choices = new Map([[`goals|${id}`, new Map([['phone', 'theirs' as const]])]])
    const { rehearsal, taken } = await carry(unit.machine, county.bureau, 'report', county.bookId, {
      ...noDecisions,
      choices,
    })
    const line = rehearsal.lines.find((each) => each.table === 'goals' && each.id === id)
    expect(line?.conflicts.map(({ path }) => path)).toEqual(['phone'])
    await county.bureau.on(async () => {
      expect(await db.goals.get(id)).toMatchObject({
        phone: '0827-1',
        contact: '张老师',
        responsible: '教育股',
      })
      expect((await db.packageChanges.get(taken.id))?.lost).toMatchObject([{ path: 'phone', lost: '0827-2' }])
    })
  })

  it('they are approved and come down as approved', async () => {
    await everyCounty(({ bureau, units }) =>
      bureau.on(async () => {
        for (const id of units.flatMap(({ goals }) => goals)) await approve(id)
      }),
    )
    await everyUnit(async ({ bureau, bookId }, unit) => {
      await carry(bureau, unit.machine, 'decision', bookId)
      await unit.machine.on(async () => {
        for (const id of unit.goals) {
          expect((await db.goals.get(id))?.status).toBe('approved')
          // The bureau's own grading stays with the bureau.
          expect((await db.reviews.get(id))?.sheet).toEqual({ marks: {}, grade: '' })
        }
      })
      // Sent up once more, nothing changes, and the grading is still there.
      const { rehearsal } = await carry(unit.machine, bureau, 'report', bookId)
      expect(countsOf(rehearsal.lines)).toMatchObject({
        new: 0,
        changed: 0,
        merged: 0,
        conflict: 0,
        refused: 0,
      })
      await bureau.on(async () =>
        expect((await db.reviews.get(unit.goals[0] ?? ''))?.sheet.grade).toBe('good'),
      )
    })
  })

  it('a monitoring round goes down, its forms come up filled in and go down accepted', async () => {
    await everyCounty(({ bureau, bookId }) =>
      bureau.on(async () => expect(await openRound(bookId, wantedRound, by)).toMatchObject({ count: 4 })),
    )
    await everyUnit(async ({ bureau, bookId }, unit) => {
      await carry(bureau, unit.machine, 'parameters', bookId)
      await unit.machine.on(async () => {
        for (const form of await db.monitorings.toArray()) await handInMonitoring(form)
        expect(await db.monitorings.count()).toBe(2)
      })
      await carry(unit.machine, bureau, 'report', bookId)
      await bureau.on(async () => {
        for (const form of await db.monitorings.toArray())
          if (form.unitId === unit.unitId) await acceptMonitoring(form)
      })
      await carry(bureau, unit.machine, 'decision', bookId)
      await unit.machine.on(async () =>
        expect((await db.monitorings.toArray()).map(({ state }) => state)).toEqual(['accepted', 'accepted']),
      )
    })
  })

  it('a disposal goes down as issued, is answered, and is closed', async () => {
    await everyUnit(async ({ bureau, bookId }, unit) => {
      const [goalId = ''] = unit.goals
      const id = await bureau.on(async () => {
        const goal = await db.goals.get(goalId)
        const wanted = candidate({ goalId, unitId: unit.unitId, name: goal?.name ?? '' })
        const [proposed] = await proposeDisposals(bookId, [wanted], acting('treasury'))
        const seen = [{ id: proposed?.id ?? '', seenRevision: 1, decision: { warnedOn: '2026-08-31' } }]
        await takeDisposalStep(seen, { id: 'decide-disposal', opinion: '' }, by)
        return proposed?.id ?? ''
      })
      const step = async (wanted: 'answer-disposal' | 'pass-answer' | 'close-disposal', duty: Duty) => {
        const now = await db.disposals.get(id)
        const seen = [{ id, seenRevision: now?.revision ?? 0, decision: {} }]
        await takeDisposalStep(seen, { id: wanted, opinion: '' }, acting(duty))
      }
      await carry(bureau, unit.machine, 'decision', bookId)
      await unit.machine.on(async () => {
        expect((await db.disposals.toArray()).map(({ state }) => state)).toEqual(['issued'])
        const revision = (await db.disposals.get(id))?.revision ?? 0
        const words = { choice: 'continue', answer: '已倒排工期', doneBy: '2026-10-31' } as const
        await saveAnswer(id, revision, words, unitDuty)
        await step('answer-disposal', 'unit')
      })
      await carry(unit.machine, bureau, 'report', bookId)
      await bureau.on(async () => {
        expect(await db.disposals.get(id)).toMatchObject({ state: 'answered', answer: '已倒排工期' })
        await step('pass-answer', 'spending')
        await step('close-disposal', 'performance')
      })
      await carry(bureau, unit.machine, 'decision', bookId)
      await unit.machine.on(async () => expect((await db.disposals.get(id))?.state).toBe('closed'))
    })
  })

  it('self-evaluations go down, come up and are collected', async () => {
    await everyCounty(({ bureau, bookId }) =>
      bureau.on(async () => {
        const opened = await openSelfEvaluations(bookId, { editionId: 'sichuan', goalIds: null }, by)
        expect(opened.forms).toHaveLength(4)
      }),
    )
    await everyUnit(async ({ bureau, bookId }, unit) => {
      await carry(bureau, unit.machine, 'parameters', bookId)
      await unit.machine.on(async () => {
        for (const form of await db.selfEvaluations.toArray()) await handInSelfEvaluation(form)
      })
      await carry(unit.machine, bureau, 'report', bookId)
      await bureau.on(async () => {
        for (const form of await db.selfEvaluations.toArray())
          if (form.unitId === unit.unitId) await collectSelfEvaluation(form)
      })
    })
  })

  it('the city holds both counties: its totals are the sums of theirs, to the 分', async () => {
    const stands = new Set<string>()
    for (let round = 0; round < 2; round++) {
      const sent: Record<string, number>[] = []
      await everyCounty(async ({ bureau, bookId }) => {
        const { taken } = await carry(bureau, above, 'report', bookId)
        sent.push(await bureau.on(sumsHere))
        const named = { goals: '目标资金总额', monitorings: '监控执行数', selfEvaluations: '自评全年执行数' }
        for (const table of sums) expect(taken.totals[named[table]]).toBe(sent.at(-1)?.[table])
      })
      await above.on(async () => {
        const here = await sumsHere()
        for (const table of sums)
          expect([table, here[table]]).toEqual([
            table,
            sent.reduce((sum, each) => sum + (each[table] ?? 0), 0),
          ])
        expect(here.goals).toBeGreaterThan(0)
        expect(here.monitorings).toBeGreaterThan(0)
        expect(await db.books.count()).toBe(2)
        expect(await db.goals.count()).toBe(8)
        for (const { collected } of await db.books.toArray()) {
          expect(collected?.name).toMatch(/财政局$/)
          // Each package moves on how far the data of its county reach.
          expect(stands).not.toContain(collected?.packageId)
          stands.add(collected?.packageId ?? '')
        }
      })
    }
  })

  it('every package has its receipt, and no unit ever saw another unit', async () => {
    for (const { bureau } of counties)
      await bureau.on(async () => {
        const out = (await db.packages.toArray()).filter(({ direction }) => direction === 'out')
        expect(out.length).toBeGreaterThan(10)
        expect(out.filter(({ state }) => state !== 'accepted')).toEqual([])
      })
    await everyUnit(async (_, unit) =>
      unit.machine.on(async () => {
        for (const table of [db.goals, db.reviews, db.monitorings, db.disposals, db.selfEvaluations])
          expect((await table.toArray()).every(({ unitId }) => unitId === unit.unitId)).toBe(true)
        expect((await db.units.toArray()).map(({ id }) => id)).toEqual([unit.unitId])
      }),
    )
  })
})

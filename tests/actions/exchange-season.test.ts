import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { answerComment } from '#actions/answer-comment'
import { commentGoal } from '#actions/comment-goal'
import { createBook } from '#actions/create-book'
import { createGoal } from '#actions/create-goal'
import { openRound } from '#actions/open-round'
import { openSelfEvaluations } from '#actions/open-self-evaluations'
import { proposeDisposals } from '#actions/propose-disposals'
import { saveAnswer } from '#actions/save-answer'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveMonitoring } from '#actions/save-monitoring'
import { saveReviewSheet } from '#actions/save-review-sheet'
import { saveSelfEvaluation } from '#actions/save-self-evaluation'
import type { StationContent } from '#actions/save-station'
import { saveUnits } from '#actions/save-units'
import { takeDisposalStep } from '#actions/take-disposal-step'
import { takeGoalStep } from '#actions/take-goal-step'
import { takeMonitoringStep } from '#actions/take-monitoring-step'
import { takeReceipt } from '#actions/take-receipt'
import { takeSelfEvaluationStep } from '#actions/take-self-evaluation-step'
import { contentOf } from '#domain/evaluation/self-evaluation-content'
import type { RecordPurpose } from '#domain/exchange/package'
import { countsOf } from '#domain/exchange/rehearsal'
import type { GoalContent } from '#domain/goals/goal'
import type { Duty } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'
import type { Identity, Unit } from '#domain/year-book'
import { sectionsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { initialsOf } from '#storage/initials'
import { candidate } from '../domain/disposals/sample.ts'
import { reported, wantedRound } from '../storage/monitoring-world.ts'
import { evaluated } from '../storage/self-evaluation-world.ts'
import { acting, by, soundContent } from '../storage/world.ts'
import { city, countyDuty, Machine, noDecisions, unitDuty } from './exchange-world.ts'

vi.mock('#desktop', () => import('./machine-desktop.ts'))

/** A county with its book and two units, each on its own machine. */
type County = { bureau: Machine; bookId: string; units: [UnitHere, UnitHere] }
type UnitHere = { machine: Machine; unitId: string; goals: string[] }

const sums = ['goals', 'monitorings', 'selfEvaluations'] as const
let [counties, above] = [[] as County[], {} as Machine]

async function makeCounty(region: string, name: string): Promise<County> {
  const place: StationContent = { name: `${name}财政局`, level: 'county', regionCode: region, unitCode: '' }
  const ids = [`${region}-school`, `${region}-hospital`] as const
  let bookId = ''
  const bureau = await Machine.make(place, async () => {
    const identity: Identity = {
      ...{ regionCode: region, regionName: name, level: 'county', office: place.name, section: '绩效科' },
    }
    const book = await createBook({ year: 2026, identity, rulesId: 'frame-2021', by })
    bookId = book.id
    const [section] = await sectionsOf(book.id)
    const unit = (id: string, code: string, called: string): Unit => ({
      ...{ id, bookId: book.id, code, name: called, parentId: '', sectionId: section?.id ?? '' },
      initials: initialsOf(called),
    })
    await saveUnits(book.id, [unit(ids[0], '205003', '第一小学'), unit(ids[1], '301001', '人民医院')], by)
  })
  const unitOf = async (unitId: string, unitCode: string, called: string): Promise<UnitHere> => {
    const machine = await Machine.make({ name: called, level: 'unit', regionCode: region, unitCode })
    await bureau.trusts(machine)
    await machine.trusts(bureau)
    return { machine, unitId, goals: [] }
  }
  const units: County['units'] = [
    await unitOf(ids[0], '205003', '第一小学'),
    await unitOf(ids[1], '301001', '人民医院'),
  ]
  return { bureau, bookId, units }
}

/** A package on its way, taken, and its receipt brought back; nothing may stand against it. */
async function carry(
  from: Machine,
  to: Machine,
  purpose: RecordPurpose,
  bookId: string,
  decide = noDecisions,
) {
  const { bytes, record } = await from.send({ purpose, bookId, receiver: to.party })
  const rehearsal = await to.rehearse(bytes)
  expect([from.station.name, purpose, rehearsal.hindrances]).toEqual([from.station.name, purpose, []])
  const taken = await to.take(bytes, decide)
  const receipt = await to.receipt(record.id)
  const back = await from.on(() => takeReceipt(receipt, countyDuty))
  expect(back.state).toBe(taken.receipt?.verdict)
  return { rehearsal, taken }
}

async function goalStep(id: string, step: Permission, duty: Duty = 'unit', opinion = ''): Promise<void> {
  const goal = await db.goals.get(id)
  await takeGoalStep(id, goal?.revision ?? 0, { id: step, opinion }, acting(duty))
}

async function fill(id: string, change: Partial<GoalContent>): Promise<void> {
  const goal = await db.goals.get(id)
  if (!goal) throw new Error('the goal is there')
  await saveGoalDraft(id, goal.revision, { ...soundContent(goal.unitId, goal.name), ...change }, unitDuty)
}

/** Each amount is another one, to the 分: no two errors cancel each other. */
let made = 0
function ownAmount(): Pick<GoalContent, 'total' | 'funding'> {
  const total = 120_000_037 + 10_000_019 * made++
  return { total, funding: [{ source: 'general-local', amount: total }] }
}

async function declare({ bookId }: County, unit: UnitHere, name: string): Promise<void> {
  unit.goals.push(
    await unit.machine.on(async () => {
      const id = await createGoal(bookId, unit.unitId, 'project', 'general', unitDuty)
      await saveGoalDraft(id, 1, { ...soundContent(unit.unitId, name), ...ownAmount() }, unitDuty)
      await goalStep(id, 'submit-goal')
      return id
    }),
  )
}

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
        for (const id of units.flatMap(({ goals }) => goals)) {
          await goalStep(id, 'pass-first-review', 'spending')
          const review = await db.reviews.get(id)
          await saveReviewSheet(
            id,
            review?.revision ?? 0,
            { marks: {}, grade: 'good' },
            acting('performance'),
          )
          await goalStep(id, 'pass-joint-review', 'performance')
          await goalStep(id, 'approve-goal', 'budget')
        }
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
        for (const form of await db.monitorings.toArray()) {
          const { funds, entries } = reported(form)
          const written = [{ id: form.id, seenRevision: form.revision, change: { funds, entries } }]
          const [saved] = await saveMonitoring(written, unitDuty)
          const seen = [{ id: form.id, seenRevision: saved?.revision ?? 0 }]
          await takeMonitoringStep(seen, { id: 'submit-monitoring', opinion: '' }, unitDuty)
        }
        expect(await db.monitorings.count()).toBe(2)
      })
      await carry(unit.machine, bureau, 'report', bookId)
      await bureau.on(async () => {
        for (const form of (await db.monitorings.toArray()).filter(({ unitId }) => unitId === unit.unitId)) {
          const step = async (id: 'pass-monitoring' | 'accept-monitoring', duty: Duty) => {
            const now = await db.monitorings.get(form.id)
            await takeMonitoringStep(
              [{ id: form.id, seenRevision: now?.revision ?? 0 }],
              { id, opinion: '' },
              acting(duty),
            )
          }
          await step('pass-monitoring', 'spending')
          await step('accept-monitoring', 'performance')
        }
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
        for (const form of await db.selfEvaluations.toArray()) {
          const saved = await saveSelfEvaluation(form.id, form.revision, contentOf(evaluated(form)), unitDuty)
          const seen = [{ id: form.id, seenRevision: saved.revision }]
          await takeSelfEvaluationStep(seen, { id: 'submit-self-evaluation', opinion: '' }, unitDuty)
        }
      })
      await carry(unit.machine, bureau, 'report', bookId)
      await bureau.on(async () => {
        for (const { id } of (await db.selfEvaluations.toArray()).filter(
          ({ unitId }) => unitId === unit.unitId,
        )) {
          for (const [step, duty] of [
            ['pass-self-evaluation', 'spending'],
            ['collect-self-evaluation', 'performance'],
          ] as const) {
            const now = await db.selfEvaluations.get(id)
            const seen = [{ id, seenRevision: now?.revision ?? 0 }]
            await takeSelfEvaluationStep(seen, { id: step, opinion: '' }, acting(duty))
          }
        }
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

/** Reckoned anew from the stored records, by nothing of the program. */
async function sumsHere(): Promise<Record<string, number>> {
  const paid = (forms: { funds: readonly { paid: number | null }[] }[]) => {
    let sum = 0
    for (const { funds } of forms) for (const row of funds) sum += row.paid ?? 0
    return sum
  }
  let goals = 0
  for (const { total } of await db.goals.toArray()) goals += total ?? 0
  return {
    goals,
    monitorings: paid(await db.monitorings.toArray()),
    selfEvaluations: paid(await db.selfEvaluations.toArray()),
  }
}

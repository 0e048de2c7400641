import { expect } from 'vitest'
import { createBook } from '#actions/create-book'
import { createGoal } from '#actions/create-goal'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveMonitoring } from '#actions/save-monitoring'
import { saveReviewSheet } from '#actions/save-review-sheet'
import type { StationContent } from '#actions/save-station'
import { saveUnits } from '#actions/save-units'
import { takeGoalStep } from '#actions/take-goal-step'
import { takeMonitoringStep } from '#actions/take-monitoring-step'
import { takeReceipt } from '#actions/take-receipt'
import { takeSelfEvaluationStep } from '#actions/take-self-evaluation-step'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { contentOf } from '#domain/evaluation/self-evaluation-content'
import type { RecordPurpose } from '#domain/exchange/package'
import type { GoalContent } from '#domain/goals/goal'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { Duty } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'
import type { Identity, Unit } from '#domain/year-book'
import { sectionsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { initialsOf } from '#storage/initials'
import { reported } from '../storage/monitoring-world.ts'
import { evaluated } from '../storage/self-evaluation-world.ts'
import { acting, by, soundContent } from '../storage/world.ts'
import { countyDuty, Machine, noDecisions, unitDuty } from './exchange-world.ts'
import { saveSelfEvaluation } from './save-self-evaluation.ts'

/** A county with its book and two units, each on its own machine. */
export type County = { bureau: Machine; bookId: string; units: [UnitHere, UnitHere] }

export type UnitHere = { machine: Machine; unitId: string; goals: string[] }

export const sums = ['goals', 'monitorings', 'selfEvaluations'] as const

export async function makeCounty(region: string, name: string): Promise<County> {
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
export async function carry(
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

export async function goalStep(
  id: string,
  step: Permission,
  duty: Duty = 'unit',
  opinion = '',
): Promise<void> {
  const goal = await db.goals.get(id)
  await takeGoalStep(id, goal?.revision ?? 0, { id: step, opinion }, acting(duty))
}

export async function fill(id: string, change: Partial<GoalContent>): Promise<void> {
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

/** At the bureau: a goal that was handed in, through all reviews. */
export async function approve(id: string): Promise<void> {
  await goalStep(id, 'pass-first-review', 'spending')
  const review = await db.reviews.get(id)
  await saveReviewSheet(id, review?.revision ?? 0, { marks: {}, grade: 'good' }, countyDuty)
  await goalStep(id, 'pass-joint-review', 'performance')
  await goalStep(id, 'approve-goal', 'budget')
}

export async function handInMonitoring(form: Monitoring): Promise<void> {
  const { funds, entries } = reported(form)
  const written = [{ id: form.id, seenRevision: form.revision, change: { funds, entries } }]
  const [saved] = await saveMonitoring(written, unitDuty)
  const seen = [{ id: form.id, seenRevision: saved?.revision ?? 0 }]
  await takeMonitoringStep(seen, { id: 'submit-monitoring', opinion: '' }, unitDuty)
}

export async function acceptMonitoring({ id, revision }: Monitoring): Promise<void> {
  const passing = { id: 'pass-monitoring', opinion: '' } as const
  const [passed] = await takeMonitoringStep([{ id, seenRevision: revision }], passing, acting('spending'))
  const accepting = { id: 'accept-monitoring', opinion: '' } as const
  await takeMonitoringStep([{ id, seenRevision: passed?.revision ?? 0 }], accepting, countyDuty)
}

export async function handInSelfEvaluation(form: SelfEvaluation): Promise<void> {
  const saved = await saveSelfEvaluation(form.id, form.revision, contentOf(evaluated(form)), unitDuty)
  const seen = [{ id: form.id, seenRevision: saved.revision }]
  await takeSelfEvaluationStep(seen, { id: 'submit-self-evaluation', opinion: '' }, unitDuty)
}

export async function collectSelfEvaluation({ id, revision }: SelfEvaluation): Promise<void> {
  const passing = { id: 'pass-self-evaluation', opinion: '' } as const
  const [passed] = await takeSelfEvaluationStep([{ id, seenRevision: revision }], passing, acting('spending'))
  const collecting = { id: 'collect-self-evaluation', opinion: '' } as const
  await takeSelfEvaluationStep([{ id, seenRevision: passed?.revision ?? 0 }], collecting, countyDuty)
}

export async function declare({ bookId }: County, unit: UnitHere, name: string): Promise<void> {
  unit.goals.push(
    await unit.machine.on(async () => {
      const id = await createGoal(bookId, unit.unitId, 'project', 'general', unitDuty)
      await saveGoalDraft(id, 1, { ...soundContent(unit.unitId, name), ...ownAmount() }, unitDuty)
      await goalStep(id, 'submit-goal')
      return id
    }),
  )
}

/** Reckoned anew from the stored records, by nothing of the program. */
export async function sumsHere(): Promise<Record<string, number>> {
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

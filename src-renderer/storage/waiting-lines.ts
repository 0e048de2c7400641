import type { Moment } from '#domain/dates'
import { type Disclosure, openCheck } from '#domain/disclosures/disclosure'
import type { SelfEvaluationState } from '#domain/evaluation/self-evaluation-flow'
import { selfEvaluationFlow } from '#domain/evaluation/self-evaluation-flow'
import { goalFlow, heldSinceOf } from '#domain/goals/flow'
import type { GoalStatus } from '#domain/goals/goal'
import { type MonitoringState, monitoringFlow } from '#domain/monitoring/flow'
import type { Workflow } from '#domain/workflow'
import { db } from './database.ts'
import { type DisclosureLine, disclosureLines } from './disclosure-lines.ts'
import { goalLines } from './goal-lines.ts'
import { linesIn } from './lines.ts'
import { monitoringLinesIn } from './monitoring-lines.ts'
import { roundsOf } from './monitorings.ts'
import type { GoalRow } from './records.ts'
import { selfEvaluationLines } from './self-evaluation-lines.ts'
import type { WritableTable } from './write.ts'

/** What waits for somebody: no more of it than is counted by, and its name where few wait. */
export type Waiting<State extends string> = {
  id: string
  name: string
  unitId: string
  state: State
  heldSince: Moment
}

/** What of 信息公开 waits: an exemption that was proposed, or a finding that is not put right ('open', else ''). */
export type WaitingDisclosure = Pick<Disclosure, 'id' | 'unitId' | 'state'> & { finding: string }

/** Raised with every change of what a line says. */
const shape = 2

/**
 * A list that is a small part of another one, so small that the first page reads all of a city's at once. Made of the lines of
 * the other list the first time, of the records that changed from then on. `pickOf` says the same of both, null for what is
 * left out.
 */
function partOf<From, Part extends { id: string }>(list: {
  table: WritableTable
  wholeOf: (bookId: string) => Promise<readonly From[]>
  someOf: (ids: string[]) => PromiseLike<((From & { id: string; bookId: string }) | undefined)[]>
  base: unknown
  texts: readonly (keyof Part & string)[]
  pickOf: (from: From) => Part | null
}): (bookId: string) => Promise<readonly Part[]> {
  const { table, wholeOf, someOf, base, texts, pickOf } = list
  return linesIn<{ id: string; bookId: string; part: Part | null }, Part>({
    ...{ table, name: `waiting ${table}`, texts },
    reading: {
      each: async (bookId, take) => {
        const parts = (await wholeOf(bookId)).flatMap((line) => pickOf(line) ?? [])
        take(parts.map((part) => ({ id: part.id, bookId, part })))
      },
      some: async (ids) =>
        (await someOf([...ids])).map((row) => row && { id: row.id, bookId: row.bookId, part: pickOf(row) }),
    },
    baseOf: () => JSON.stringify([shape, base]),
    lineOf: ({ part }) => part,
  })
}

/** Null for what nobody holds. */
function waitingOf<State extends string>(
  { states }: Workflow<State>,
  { id, name, unitId, state, heldSince }: Waiting<State>,
): Waiting<State> | null {
  return states[state].holder === '' ? null : { id, name, unitId, state, heldSince }
}

const texts = ['id', 'name', 'unitId', 'state', 'heldSince'] as const

/** Goals that somebody holds. */
export const waitingGoals = partOf<GoalRow, Waiting<GoalStatus>>({
  ...{ table: 'goals', wholeOf: goalLines, someOf: (ids) => db.goalRows.bulkGet(ids) },
  ...{ base: goalFlow.states, texts },
  pickOf: (row) => waitingOf(goalFlow, { ...row, state: row.status, heldSince: heldSinceOf(row) }),
})

/** Self-evaluations that somebody holds. */
export const waitingSelfEvaluations = partOf<Waiting<SelfEvaluationState>, Waiting<SelfEvaluationState>>({
  ...{ table: 'selfEvaluations', wholeOf: selfEvaluationLines },
  someOf: (ids) => db.selfEvaluations.bulkGet(ids),
  ...{ base: selfEvaluationFlow.states, texts },
  pickOf: (form) => waitingOf(selfEvaluationFlow, form),
})

type WaitingForm = Waiting<MonitoringState> & { roundId: string }

const waitingForms = partOf<WaitingForm, WaitingForm>({
  ...{ table: 'monitorings', wholeOf: monitoringLinesIn, someOf: (ids) => db.monitorings.bulkGet(ids) },
  ...{ base: monitoringFlow.states, texts: [...texts, 'roundId'] },
  pickOf: (form) => {
    const waiting = waitingOf(monitoringFlow, form)
    return waiting && { ...waiting, roundId: form.roundId }
  },
})

/** Forms of the rounds that are still open which somebody holds. */
export async function waitingMonitorings(bookId: string): Promise<WaitingForm[]> {
  const open = new Set((await roundsOf(bookId)).flatMap(({ id, state }) => (state === 'open' ? id : [])))
  if (open.size === 0) return []
  return (await waitingForms(bookId)).filter(({ roundId }) => open.has(roundId))
}

/** What of 信息公开 waits for a decision or to be put right. */
export const waitingDisclosures = partOf<DisclosureLine, WaitingDisclosure>({
  ...{ table: 'disclosures', wholeOf: disclosureLines, someOf: (ids) => db.disclosures.bulkGet(ids) },
  ...{ base: '', texts: ['id', 'unitId', 'state', 'finding'] },
  pickOf: (record) => {
    const finding = openCheck(record) ? 'open' : ''
    if (record.state !== 'proposed' && finding === '') return null
    return { id: record.id, unitId: record.unitId, state: record.state, finding }
  },
})

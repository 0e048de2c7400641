import type { Application, Rectification, Source } from '#domain/applications/application'
import type { ApplicationState } from '#domain/applications/flow'
import {
  type Candidate,
  candidateOf,
  type FoundResult,
  openedApplication,
} from '#domain/applications/propose'
import { applicationRules } from '#domain/applications/table'

export const rules = applicationRules
export const wan = 1_000_000

export function source(change: Partial<Source> = {}): Source {
  return {
    kind: 'evaluation',
    id: 'task-1',
    name: '农村公路日常养护绩效评价',
    result: 'medium',
    score: 7250,
    said: '养护里程没有完成。',
    ...change,
  }
}

/** An evaluation of a project with a budget of 520 万元. */
export function found(change: Partial<FoundResult> = {}): FoundResult {
  return {
    ...{ objectId: 'goal-1', goalId: 'goal-1', unitId: 'unit-1', name: '农村公路日常养护', code: 'P1' },
    ...{ kind: 'project', budgetBook: 'general', budget: 520 * wan },
    source: source(),
    taken: null,
    isOwnYear: false,
    ...change,
  }
}

export function candidate(change: Partial<FoundResult> = {}): Candidate {
  const made = candidateOf(found(change), 2025, rules)
  if (!made) throw new Error('the rules propose something')
  return made
}

/** An application as it is in a state: a cut of 52 万元, decided on Monday 2026-03-02 where it was decided. */
export function applicationIn(state: ApplicationState, change: Partial<Application> = {}): Application {
  const opened = openedApplication(candidate(), {
    ...{ id: 'a1', bookId: 'book-1', at: '2026-02-01T02:00:00.000Z', by: '王晓', next: null },
  })
  const isSent = state !== 'draft' && state !== 'dropped'
  const isCarried = state === 'carrying' || state === 'answered' || state === 'referred' || state === 'closed'
  const isAnswered = state === 'answered' || state === 'closed'
  return {
    ...opened,
    ...(isSent ? { decided: opened.proposed, decidedChange: opened.proposedChange } : {}),
    ...(isSent ? { decidedBy: '局党组会议' } : {}),
    ...(isCarried ? { decidedOn: '2026-03-02', dueOn: '2026-03-30' } : {}),
    answer: '已在 2026 年预算中压减。',
    doneChange: -52 * wan,
    answeredOn: isAnswered ? '2026-03-20' : '',
    rectification: null,
    referrals:
      state === 'referred'
        ? [{ kind: 'late', reason: '逾期', on: '2026-04-02', handling: '', handledOn: '' }]
        : [],
    state,
    ...change,
  }
}

export function rectification(change: Partial<Rectification> = {}): Rectification {
  return {
    problem: '养护里程没有完成。',
    demand: '限期完成剩余里程。',
    dueOn: '2099-06-30',
    number: '',
    report: '已完成。',
    proof: [],
    ...{ orderedOn: '2026-03-02', reportedOn: '', clearedOn: '', conclusion: '' },
    state: 'ordered',
    heldSince: '2026-03-02T02:00:00.000Z',
    ...change,
  }
}

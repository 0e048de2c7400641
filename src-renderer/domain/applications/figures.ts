import type { Day } from '../dates.ts'
import { addUp, type Fen } from '../money.ts'
import type { Application } from './application.ts'
import { isDecided } from './flow.ts'
import { type Candidate, isTaken } from './propose.ts'

/** How far results are applied, for the assessment of the work (考核). Money in 分, always above nothing. */
export type ApplicationFacts = {
  /** Results that have to be applied, and those that 支出管理科 has carried out and answered for in writing. */
  due: number
  done: number
  /** Changes of the budget that were decided, and what of them was really done. */
  dueMoney: Fen
  doneMoney: Fen
  /** Rectifications whose deadline is over or that are reported; how many were cleared; how many were reported in time. */
  rectifications: { due: number; cleared: number; onTime: number }
}

/**
 * The facts of 结果应用 on a day: what the rules say has to be applied (also what nobody has proposed yet) against what was
 * carried out; what was decided not to be applied is no longer due (巴财〔2020〕38号 三（二）5).
 */
export function applicationFacts(
  candidates: readonly Candidate[],
  applications: readonly Application[],
  today: Day,
): ApplicationFacts {
  const waiting = candidates.filter((each) => each.ground.calls && !isTaken(each, applications))
  const called = applications.filter(({ state, ground }) => state !== 'dropped' && ground.calls)
  const done = called.filter((each) => isDecided(each.state) && each.answeredOn !== '')
  const decided = applications.filter(({ state }) => isDecided(state))
  const orders = applications.flatMap(({ rectification }) =>
    rectification && rectification.state !== 'none' ? [rectification] : [],
  )
  const due = orders.filter(({ dueOn, reportedOn }) => reportedOn !== '' || today > dueOn)
  return {
    due: waiting.length + called.length,
    done: done.length,
    dueMoney: addUp(decided.map(({ decidedChange }) => Math.abs(decidedChange ?? 0))),
    doneMoney: addUp(decided.map(doneMoneyOf)),
    rectifications: {
      due: due.length,
      cleared: due.filter(({ state }) => state === 'cleared').length,
      onTime: due.filter(({ reportedOn, dueOn }) => reportedOn !== '' && reportedOn <= dueOn).length,
    },
  }
}

/** What was done of a decision: in its own direction, and no more than it said. */
function doneMoneyOf({ answeredOn, decidedChange, doneChange }: Application): Fen {
  if (answeredOn === '' || decidedChange === null || doneChange === null) return 0
  if (Math.sign(decidedChange) !== Math.sign(doneChange)) return 0
  return Math.min(Math.abs(decidedChange), Math.abs(doneChange))
}

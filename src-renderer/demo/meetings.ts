import type { Moment } from '#domain/dates'
import type { Goal } from '#domain/goals/goal'
import type { Decision, Meeting } from '#domain/goals/meeting'
import type { Unit } from '#domain/year-book'

type World = { bookId: string; year: number; goals: readonly Goal[]; units: readonly Unit[] }
type Made = { nextId: () => string; at: Moment; by: string }

const most = 12

/** The first 集中会审 of the running year: what it let pass stands behind it on the road. */
export function demoMeeting({ bookId, year, goals, units }: World, made: Made): Meeting {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const passed = goals.filter(({ status }) => status === 'reviewed' || status === 'approved').slice(0, most)
  return {
    ...{ id: made.nextId(), bookId, name: `${year} 年度绩效目标第 1 次集中会审` },
    ...{ heldOn: `${year - 1}-11-18`, place: '局三楼会议室', chair: '陈明' },
    ...{ attendees: '监督与绩效管理科、预算科、各支出管理科室', recorder: '王晓' },
    decisions: passed.map((goal, index): Decision => {
      const isGood = index % 3 !== 2
      return {
        ...{ goalId: goal.id, name: goal.name, unitName: names.get(goal.unitId) ?? '' },
        ...{ verb: '会审通过', to: 'reviewed', grade: isGood ? 'excellent' : 'good' },
        ...{ opinion: isGood ? '' : '指标值可再明确，执行中注意留存依据。', at: made.at },
      }
    }),
    revision: 1,
  }
}

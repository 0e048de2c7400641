import type { Application, RectificationOrder } from '#domain/applications/application'
import { type ApplicationState, applicationFlow, rectificationFlow } from '#domain/applications/flow'
import { type Candidate, emptyRectification, openedApplication } from '#domain/applications/propose'
import type { ApplicationRules } from '#domain/applications/rules'
import { steppedApplication, steppedRectification } from '#domain/applications/step'
import type { Calendar } from '#domain/calendar'
import { type Day, daysLater, type Moment } from '#domain/dates'
import type { Duty } from '#domain/people/duties'
import { stepOf } from '#domain/workflow'
import { type Course, courses, type Mending, type Step } from './application-courses.ts'
import { workdayAgo } from './workday-ago.ts'

type Made = {
  nextId: () => string
  at: Moment
  by: string
  today: Day
  calendars: readonly Calendar[]
  rules: ApplicationRules
}

const people: Readonly<Record<Duty, string>> = {
  performance: '王晓',
  budget: '刘建国',
  leader: '周明',
  spending: '陈芳',
  inspection: '赵刚',
  unit: '李明',
  ...{ investment: '', treasury: '', office: '', administrator: '', auditor: '' },
}

/** The applications of the demo's finished year; some results are left to be proposed. `next` finds next year's declaration. */
export function demoApplications(
  candidates: readonly Candidate[],
  bookId: string,
  next: (candidate: Candidate) => { id: string; name: string } | null,
  made: Made,
): Application[] {
  return courses.flatMap((course) => {
    const candidate = candidates.find(({ name, ground }) => name === course.name && ground.calls)
    if (!candidate) return []
    const begun = momentAgo((course.steps[0]?.[1] ?? 1) + 2, made)
    const opened = openedApplication(candidate, {
      ...{ id: made.nextId(), bookId, at: begun, by: people.performance, next: next(candidate) },
    })
    const year = made.today.slice(0, 4)
    const letterNumber = course.letter ? `南财绩建〔${year}〕${course.letter}号` : ''
    const events = [
      ...course.steps.map((step) => ({
        daysAgo: step[1],
        take: (before: Application) => stepped(before, step, made),
      })),
      ...mendings(course.mending, made),
    ].toSorted((left, right) => right.daysAgo - left.daysAgo)
    const after = events.reduce((before, { take }) => take(before), { ...opened, letterNumber })
    return [withFollowUp(after, course, made)]
  })
}

function withFollowUp(application: Application, { followed }: Course, made: Made): Application {
  if (!followed) return application
  const [daysAgo, text] = followed
  const followUp = { id: made.nextId(), on: workdayAgo(daysAgo, made), text, by: people.performance }
  return { ...application, followUps: [followUp] }
}

function momentAgo(daysAgo: number, made: Made): Moment {
  return `${workdayAgo(daysAgo, made)}T02:00:00.000Z`
}

function stepped(
  before: Application,
  [id, daysAgo, opinion = '', written = {}]: Step,
  made: Made,
): Application {
  const isToAnswer = id === 'handle-referral'
  const to: ApplicationState = isToAnswer ? 'carrying' : (stepOf(applicationFlow, id)?.to[0] ?? before.state)
  const duty =
    id === 'refer-application' ? 'performance' : applicationFlow.states[before.state].holder || 'performance'
  return steppedApplication({ ...before, ...written }, to, { id, opinion }, ground(duty, daysAgo, made))
}

function ground(duty: Duty, daysAgo: number, made: Made) {
  const { calendars, rules } = made
  const today = workdayAgo(daysAgo, made)
  return { actor: { duty, name: people[duty] }, at: momentAgo(daysAgo, made), today, calendars, rules }
}

function mendings(mending: Mending | undefined, made: Made) {
  if (!mending) return []
  const { demand, within, steps, report = '' } = mending
  return steps.map(([id, daysAgo, opinion = '']) => ({
    daysAgo,
    take: (before: Application): Application => {
      const to = stepOf(rectificationFlow, id)?.to[0] ?? 'none'
      const duty: Duty = id === 'report-rectification' ? 'unit' : 'performance'
      const order: RectificationOrder = {
        demand,
        dueOn: daysLater(workdayAgo(daysAgo, made), within),
        number: '',
      }
      const own = before.rectification ?? emptyRectification(before, made.at)
      const written = id === 'report-rectification' ? { ...own, report } : own
      return steppedRectification(
        before,
        written,
        to,
        { id, opinion },
        { ...ground(duty, daysAgo, made), order },
      )
    },
  }))
}

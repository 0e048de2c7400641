import type { Day, Moment } from '../dates.ts'
import { type Grade, gradeOf, grades } from '../grade.ts'
import type { Duty } from '../people/duties.ts'
import type { Problem } from '../problem.ts'
import type { StepTaken } from '../workflow.ts'
import type { ReviewRules } from '../year-rules.ts'
import type { Goal } from './goal.ts'

/** 批注 at a field of the form: `at` as in `Problem.at`. The unit answers it; then it counts as dealt with. */
export type FieldComment = {
  id: string
  at: string
  text: string
  by: string
  duty: Duty
  madeAt: Moment
  /** '' until the unit has answered. */
  answer: string
  answeredBy: string
  answeredAt: Moment | ''
}

/** One line of the 审核表: first the grade is ticked, then points are given (hundredths; null: by the grade alone). */
export type PartMark = { grade: Grade; points: number | null }

/** 绩效目标审核表. `grade` is the 综合评定等级 that the reviewer confirmed; '' where none yet. */
export type ReviewSheet = { marks: Record<string, PartMark>; grade: Grade | '' }

/** 同步申报、上会、批复、公示: the days of the goal and of its funds; '' where not yet. */
export type TogetherDays = {
  declaredOn: Day
  tabledOn: Day
  approvedOn: Day
  publishedOn: Day
}
export type Together = { goal: TogetherDays; funds: TogetherDays }

/** 审核档案 of one goal: everything that reviewing adds to it. Its id is the goal's. */
export type GoalReview = {
  id: string
  bookId: string
  unitId: string
  name: string
  trail: StepTaken[]
  comments: FieldComment[]
  sheet: ReviewSheet
  /** 提交人大: then a 重点复审 stands before the budget. */
  congress: boolean
  together: Together
  revision: number
}

const noDays: TogetherDays = { declaredOn: '', tabledOn: '', approvedOn: '', publishedOn: '' }

/** The file of a goal that nobody has reviewed yet. */
export function emptyReview(goal: Pick<Goal, 'id' | 'bookId' | 'unitId' | 'name'>): GoalReview {
  return {
    id: goal.id,
    bookId: goal.bookId,
    unitId: goal.unitId,
    name: goal.name,
    trail: [],
    comments: [],
    sheet: { marks: {}, grade: '' },
    congress: false,
    together: { goal: noDays, funds: noDays },
    revision: 0,
  }
}

export type SheetResult = {
  /** Every part has its grade. */
  complete: boolean
  /** Every part has its points too. */
  scored: boolean
  /** Sum of the points in hundredths; of the parts that have points. */
  points: number
  /** By the points where all parts are scored; '' otherwise. */
  suggested: Grade | ''
}

/** What a sheet says under the rule pack: the sum, and the grade that the sum gives. */
export function sheetResult(sheet: ReviewSheet, rules: ReviewRules): SheetResult {
  const marks = rules.parts.map((part) => sheet.marks[part.id])
  const complete = marks.every((mark) => mark !== undefined)
  const scored = marks.every((mark) => mark?.points !== undefined && mark.points !== null)
  const points = marks.reduce((sum, mark) => sum + (mark?.points ?? 0), 0)
  const full = rules.parts.reduce((sum, part) => sum + part.points, 0)
  return { complete, scored, points, suggested: scored ? gradeOf(points, full, rules.bands) : '' }
}

/**
 * Whether the points of a part fit the grade that was ticked (定量换算: 优 ≥90 %, 良 80–90 %, 中 60–80 %, 差 <60 %), and
 * the confirmed grade the sum. Faults as data, each with the id of its part, or `grade`.
 */
export function checkSheet(sheet: ReviewSheet, rules: ReviewRules): Problem[] {
  const problems: Problem[] = []
  for (const part of rules.parts) {
    const mark = sheet.marks[part.id]
    if (mark?.points === undefined || mark.points === null) continue
    if (mark.points < 0 || mark.points > part.points) {
      problems.push(
        fault(
          'points-outside',
          part.id,
          `“${part.name}”应在 0 到 ${part.points / 100} 分之间。`,
          part.clause,
        ),
      )
      continue
    }
    const fitting = gradeOf(mark.points, part.points, rules.bands)
    if (fitting === mark.grade) continue
    const text = `“${part.name}”${mark.points / 100} 分按分数线是“${grades[fitting]}”，勾选的是“${grades[mark.grade]}”。`
    problems.push(fault('points-differ', part.id, text, part.clause))
  }
  const { suggested } = sheetResult(sheet, rules)
  if (suggested !== '' && sheet.grade !== '' && suggested !== sheet.grade) {
    const text = `各项合计对应“${grades[suggested]}”，综合评定是“${grades[sheet.grade]}”。`
    problems.push(fault('grade-differs', 'grade', text, rules.parts[0]?.clause ?? ''))
  }
  return problems
}

function fault(code: string, at: string, message: string, clause: string): Problem {
  return { code, severity: 'error', at, message, clause, suggestion: '请核对后改正。' }
}

/** The comments of a goal as findings at their fields: open ones as warnings, answered ones as hints. */
export function commentProblems(comments: readonly FieldComment[]): Problem[] {
  return comments.map((comment) => ({
    code: 'review-comment',
    severity: comment.answeredAt === '' ? 'warning' : 'hint',
    at: comment.at,
    message: `审核批注（${comment.by}）：${comment.text}`,
    clause: '',
    suggestion: comment.answeredAt === '' ? '' : `已答复：${comment.answer || '已按意见修改'}`,
  }))
}

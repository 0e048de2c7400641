import type { Moment } from '../dates.ts'
import type { KnownFacts } from './known-answers.ts'
import type { EvaluationTask, KeptSheet } from './task.ts'

/** That a sheet is out with its expert: which kit, whose key signs the answer, when it went and came back. */
export type SheetKit = { id: string; publicKey: string; issuedAt: Moment; takenAt: Moment | '' }

/** What stands on the book that an expert's machine makes of a kit: whose it is, and with what its answer is signed. */
export type BookKit = {
  id: string
  sheetId: string
  /** Of the task as it stands on this book. */
  taskId: string
  /** Its id where the kit comes from: experts who share a machine have a task each. Missing in older books, which kept the id. */
  sentTaskId?: string
  expertId: string
  expertName: string
  /** What the bureau's book knew of the object, for values that can be taken over. */
  facts: KnownFacts
  publicKey: string
  privateKey: string
}

/** What one expert is given: the task without what others found, the own sheet, and who asks. */
export type ExpertKit = {
  task: EvaluationTask
  sheet: KeptSheet
  unitName: string
  office: string
  regionCode: string
  regionName: string
  year: number
  rulesId: string
  privateKey: string
  facts: KnownFacts
  /** In the second round what the others gave what is disputed, without saying who they are. */
  others: readonly OthersMarks[]
}

/** The marks of one other expert, with their reasons. */
export type OthersMarks = { marks: KeptSheet['marks'] }

/** What an expert gives back. */
export type ExpertReturn = Pick<KeptSheet, 'marks' | 'vetoes' | 'signedAt'> & {
  sheetId: string
  taskId: string
  round: 1 | 2
}

/**
 * The task as an expert sees it: no other experts, no visits, problems, replies or texts; where the evaluation is blind neither
 * name nor code nor unit.
 */
export function taskForExpert(task: EvaluationTask, expertId: string): EvaluationTask {
  const own = task.experts.filter((expert) => expert.expertId === expertId)
  const bare = { problems: [], recommendations: [], replies: [], texts: {}, trail: [], visits: [] }
  const hidden = task.isBlind
    ? { name: `评价对象 ${task.number}`, code: '', goalId: '', agencyId: '' }
    : { goalId: '' }
  return { ...task, ...bare, ...hidden, frozen: null, sectionId: '', experts: own }
}

/**
 * What goes with a sheet of the second round: the marks of the other signed sheets of the first for what is asked again,
 * in an order that does not follow the list of experts. Nothing in the first round, which is independent.
 */
export function othersForExpert(sheets: readonly KeptSheet[], own: KeptSheet): OthersMarks[] {
  if (own.round === 1) return []
  return sheets
    .filter(({ expertId, round, signedAt }) => expertId !== own.expertId && round === 1 && signedAt !== '')
    .map(({ marks }) => ({
      marks: Object.fromEntries(
        Object.entries(marks)
          .filter(([id]) => own.asked.includes(id))
          .map(([id, mark]) => [id, { ...mark, evidence: [] }]),
      ),
    }))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

/** Whether a sheet is with its expert: then it is not written here. */
export function isOut({ kit }: Pick<KeptSheet, 'kit'>): boolean {
  return kit !== undefined && kit.takenAt === ''
}

export type ReturnFault = 'no-kit' | 'taken' | 'other-kit' | 'other-key' | 'other-sheet'

/** Why an answer is not the one that the sheet waits for; null where it is. */
export function returnFault(
  sheet: Pick<KeptSheet, 'id' | 'taskId' | 'round' | 'kit'>,
  answer: Pick<ExpertReturn, 'sheetId' | 'taskId' | 'round'>,
  proof: { answers: string; publicKey: string },
): ReturnFault | null {
  const { kit } = sheet
  if (!kit) return 'no-kit'
  if (kit.id !== proof.answers) return 'other-kit'
  if (kit.publicKey !== proof.publicKey) return 'other-key'
  if (sheet.id !== answer.sheetId || sheet.taskId !== answer.taskId || sheet.round !== answer.round)
    return 'other-sheet'
  return kit.takenAt === '' ? null : 'taken'
}

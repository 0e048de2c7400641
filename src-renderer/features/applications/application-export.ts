import { desktop } from '#desktop'
import type { Application } from '#domain/applications/application'
import { applicationStates, isDecided, rectificationStates } from '#domain/applications/flow'
import { hasOrder } from '#domain/applications/letters'
import { measuresText, referralKinds, resultNames, sourceKinds } from '#domain/applications/rules'
import { scoreText } from '#domain/evaluation/points'
import { budgetBooks, objectKinds } from '#domain/goals/goal'
import type { Section, Unit, YearBook } from '#domain/year-book'
import { leavingOf } from '#storage/leaving'
import { localToday } from '#storage/local-day'
import type { ApplicationRow } from './application-rows.ts'

export type ExportGround = { book: YearBook; units: readonly Unit[]; sections: readonly Section[] }

/** What may leave of them, with the sentence on what was left out. */
async function leavingApplications(
  { book }: ExportGround,
  applications: readonly Application[],
): Promise<{ shown: readonly Application[]; left: string }> {
  const { open, note } = await leavingOf(book.id, applications)
  return { shown: open, left: note }
}

async function saved(name: string, bytes: Uint8Array, left: string): Promise<string | null> {
  const file = await desktop.saveFile(name, bytes)
  return file && `已导出 ${file.name}，存放在${file.place}。${left}`
}

function namesOf(application: Application, { units, sections }: ExportGround) {
  const unit = units.find(({ id }) => id === application.unitId)
  const department = units.find(({ id }) => id === unit?.parentId)?.name ?? ''
  const unitSection = sections.find(({ id }) => id === unit?.sectionId)?.name ?? ''
  return { application, unit: unit?.name ?? '', department, unitSection }
}

function officeOf({ identity, year }: YearBook) {
  const { office, section } = identity
  return { office, section, year, today: localToday() }
}

/** 结果应用建议函: one Word file for all; the sentence to say, or null where it was cancelled. */
export async function exportProposalLetter(
  applications: readonly Application[],
  ground: ExportGround,
): Promise<string | null> {
  const { shown, left } = await leavingApplications(
    ground,
    applications.filter(({ state }) => state !== 'dropped'),
  )
  if (shown.length === 0) return left || '所选的都不提出应用，没有可写入建议函的。'
  const { proposalLetter } = await import('#reports/application-letters')
  const { book } = ground
  const bytes = await proposalLetter(
    shown.map((each) => namesOf(each, ground)),
    officeOf(book),
  )
  return saved(`${book.year}年度结果应用建议函（${shown.length} 项）.docx`, bytes, left)
}

/** 整改通知书, each on its own page. */
export async function exportOrders(
  applications: readonly Application[],
  ground: ExportGround,
): Promise<string | null> {
  const { shown, left } = await leavingApplications(ground, applications)
  const ordered = shown.filter(hasOrder)
  const [first] = ordered
  if (!first) return left
  const { rectificationLetters } = await import('#reports/application-letters')
  const data = ordered.map((each) => ({ ...namesOf(each, ground), order: each.rectification }))
  const bytes = await rectificationLetters(data, officeOf(ground.book))
  const name =
    ordered.length === 1 ? `${first.name}整改通知书.docx` : `结果应用整改通知书（${ordered.length} 份）.docx`
  return saved(name, bytes, left)
}

/** 导出台账: the shown rows as Excel, with sums. */
export async function exportLedger(
  rows: readonly ApplicationRow[],
  ground: ExportGround,
): Promise<string | null> {
  const { shown, left } = await leavingApplications(
    ground,
    rows.map(({ application }) => application),
  )
  const { writeApplications } = await import('#excel/write-applications')
  const { book } = ground
  const lines = shown.map((application, index) => {
    const { source, state, rectification } = application
    const decided = isDecided(state)
    return {
      rank: index + 1,
      unitName: namesOf(application, ground).unit,
      name: application.name,
      code: application.code,
      kind: objectKinds[application.kind],
      budgetBook: budgetBooks[application.budgetBook],
      source: sourceKinds[source.kind],
      result: resultNames[source.result],
      score: scoreText(source.score),
      budget: application.budget,
      proposed: measuresText(application.proposed),
      // What was dropped counts nowhere, as in the sums on the page.
      proposedChange: state === 'dropped' ? null : application.proposedChange,
      decided: decided ? measuresText(application.decided) : '',
      decidedChange: decided ? application.decidedChange : null,
      decidedBy: decided ? application.decidedBy : '',
      decidedOn: application.decidedOn,
      nextName: application.nextName === '' ? '' : `${application.targetYear} ${application.nextName}`,
      doneChange: application.answeredOn === '' ? null : application.doneChange,
      answer: application.answeredOn === '' ? '' : application.answer,
      state: applicationStates[state],
      rectification: rectification ? rectificationStates[rectification.state] : '',
      referral: application.referrals
        .map(({ kind, handling }) => `${referralKinds[kind]}：${handling || '处理中'}`)
        .join('；'),
      clause: `${application.ground.clause}〔${application.ground.mark}〕`,
    }
  })
  const bytes = await writeApplications(lines, { year: book.year, office: book.identity.office })
  return saved(`${book.year}年度结果应用台账.xlsx`, bytes, left)
}

import { answerAppraisalObjection } from '#actions/answer-appraisal-objection'
import { approveScheme } from '#actions/approve-scheme'
import { cancelAppraisals } from '#actions/cancel-appraisals'
import { createGoal } from '#actions/create-goal'
import { discardScheme } from '#actions/discard-scheme'
import { drawAppraisalSample } from '#actions/draw-appraisal-sample'
import { fillAppraisal } from '#actions/fill-appraisal'
import { objectAppraisal } from '#actions/object-appraisal'
import { openAppraisals } from '#actions/open-appraisals'
import { recordAgreement } from '#actions/record-agreement'
import { saveAppraisalReview } from '#actions/save-appraisal-review'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveScheme } from '#actions/save-scheme'
import { takeAppraisalStep } from '#actions/take-appraisal-step'
import { takeAppraisalSteps } from '#actions/take-appraisal-steps'
import { takeCountyAppraisal } from '#actions/take-county-appraisal'
import { type Appraisal, emptyMark } from '#domain/appraisals/appraisal'
import { type AppraisalState, appraisalFlow, type TogetherStep } from '#domain/appraisals/flow'
import { isAssessed } from '#domain/appraisals/roles'
import { copiedScheme, itemsOf, type Scheme } from '#domain/appraisals/scheme'
import { countyScheme } from '#domain/appraisals/shipped-county'
import { departmentScheme } from '#domain/appraisals/shipped-department'
import { sectionScheme } from '#domain/appraisals/shipped-section'
import type { Actor } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'
import type { YearBook } from '#domain/year-book'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { localToday } from '#storage/local-day'
import { acting, by, freshBook, freshDatabase, soundContent } from '../storage/world.ts'
import { type Cases, type Prepare, stateBefore, type Try } from './action-case.ts'

/** A scheme of the book that is approved. */
export async function approvedIn(book: YearBook, scheme: Scheme, id: string) {
  const draft = await saveScheme(book.id, copiedScheme(scheme, id, scheme.name), 0, by)
  const [approved] = await approveScheme(draft.id, draft.revision, by)
  if (!approved) throw new Error('nothing was approved')
  return approved
}

const notice = {
  ...{ title: '2026 年度预算绩效管理工作考核', number: '', startsOn: '2026-12-01', dueOn: '2027-01-15' },
}

/** A notice for all that a scheme may assess. */
export async function noticeFor(book: YearBook, scheme: Scheme, id: string): Promise<Appraisal[]> {
  const kept = await approvedIn(book, scheme, id)
  const [units, sections] = await Promise.all([unitsOf(book.id), sectionsOf(book.id)])
  const codes = [...units.map(({ code }) => code), ...sections.map(({ code }) => code), '511922', '511921']
  return openAppraisals(book.id, { ...notice, schemeId: kept.id, codes }, by)
}

/** The appraisal with everything that a step may ask for. */
export function completed(appraisal: Appraisal): Appraisal {
  const items = itemsOf(appraisal.scheme).map((item) => {
    const needsScore = item.method.kind === 'manual' || item.method.kind === 'sample'
    const isCounted = item.method.kind === 'cases' && item.method.metric === ''
    const ticks = item.method.kind === 'ticks' ? item.method.ticks.map(({ id }) => id) : []
    const self =
      needsScore || item.method.kind === 'rate' || item.method.kind === 'cases' ? item.points : null
    const mark = { ...emptyMark, ticks, note: '纸质材料在档案室', self, selfReason: '按台账' }
    return [item.id, isCounted ? { ...mark, count: 0, self: null } : mark] as const
  })
  return { ...appraisal, items: Object.fromEntries(items), contact: '王某', phone: '0827-1' }
}

/** Appraisals of a notice in a state, complete; the days to object are over unless they are wanted. */
export async function putInState(
  appraisals: readonly Appraisal[],
  state: AppraisalState,
  change: Partial<Appraisal> = {},
): Promise<Appraisal[]> {
  const after = appraisals.map((each) => ({
    ...completed(each),
    state,
    objectsUntil: state === 'asked' ? '2020-01-01' : '',
    ...change,
  }))
  await db.appraisals.bulkPut(after)
  return after
}

async function departments(): Promise<{ book: YearBook; appraisals: Appraisal[] }> {
  await freshDatabase()
  const { book, units } = await freshBook()
  const content = soundContent(units[1].id)
  const goalId = await createGoal(book.id, content.unitId, content.kind, content.book, by)
  const goal = await saveGoalDraft(goalId, 1, content, by)
  await db.goals.put({ ...goal, status: 'approved' })
  return { book, appraisals: await noticeFor(book, departmentScheme, 'own-1') }
}

/** One of each kind: whoever is assessed finds his own. */
async function ofEveryKind(state: AppraisalState, change: Partial<Appraisal> = {}) {
  const { book, appraisals } = await departments()
  const all = [
    ...appraisals,
    ...(await noticeFor(book, countyScheme, 'own-2')),
    ...(await noticeFor(book, sectionScheme, 'own-3')),
  ]
  const ready = await putInState(all, state, change)
  return (actor: Actor) => {
    const own = ready.find((each) => isAssessed(each, { ...actor, duty: actor.duty }) && fits(each, actor))
    if (!own) throw new Error(`nothing for ${actor.duty}`)
    return own
  }
}

/** 监督与绩效管理科 may write for all: its own is the county's. */
function fits({ scheme }: Appraisal, { duty }: Actor): boolean {
  return duty === 'performance' ? scheme.target === 'county' : true
}

/** Whoever is not assessed at all tries another's. */
function finding(
  of: (actor: Actor) => Appraisal,
  use: (own: Appraisal, actor: Actor) => Promise<unknown>,
): Try {
  return (actor) => {
    const isNobody = actor.duty === 'leader' || actor.duty === 'administrator' || actor.duty === 'auditor'
    return use(of(isNobody ? acting('performance') : actor), actor)
  }
}

function step(id: Permission, state?: AppraisalState): Prepare {
  return async () => {
    const from = state ?? stateBefore(appraisalFlow, id)
    const of = await ofEveryKind(from)
    return finding(of, (own, actor) =>
      takeAppraisalStep(own.id, own.revision, { id, opinion: '意见' }, actor),
    )
  }
}

function together(id: TogetherStep): Prepare {
  return async () => {
    const from = stateBefore(appraisalFlow, id)
    const { book, appraisals } = await departments()
    const ready = await putInState(appraisals, from)
    const [first] = ready
    const seen = new Map(ready.map((each) => [each.id, each.revision]))
    return (actor) =>
      takeAppraisalSteps(book.id, first?.noticeId ?? '', { id, opinion: '局党组会议审定', seen }, actor)
  }
}

async function keptDraft() {
  await freshDatabase()
  const { book } = await freshBook()
  const draft = await saveScheme(book.id, copiedScheme(countyScheme, 'own-1', '本局办法'), 0, by)
  return { book, draft }
}

async function reviewed(state: AppraisalState) {
  const { appraisals } = await departments()
  const [first] = await putInState(appraisals, state)
  if (!first) throw new Error('there is a department')
  return first
}

/** Every write of 工作考核. */
export const appraisalCases = {
  'save-scheme': async () => {
    const { book, draft } = await keptDraft()
    return (actor) => saveScheme(book.id, { ...draft, name: '改名' }, draft.revision, actor)
  },
  'discard-scheme': async () => {
    const { draft } = await keptDraft()
    return (actor) => discardScheme(draft.id, draft.revision, actor)
  },
  'approve-scheme': async () => {
    const { draft } = await keptDraft()
    return (actor) => approveScheme(draft.id, draft.revision, actor)
  },
  'open-appraisals': async () => {
    await freshDatabase()
    const { book } = await freshBook()
    const kept = await approvedIn(book, departmentScheme, 'own-1')
    return (actor) => openAppraisals(book.id, { ...notice, schemeId: kept.id, codes: ['205001'] }, actor)
  },
  'cancel-appraisals': async () => {
    const { book, appraisals } = await departments()
    const noticeId = appraisals[0]?.noticeId ?? ''
    return (actor) => cancelAppraisals(book.id, noticeId, '对象选错', actor)
  },
  'take-county-appraisal': async () => {
    const { city, sent } = await countySent()
    return (actor) => takeCountyAppraisal(city.id, city.revision, sent.id, actor)
  },
  'fill-appraisal': async () => {
    const of = await ofEveryKind('open')
    return finding(of, (own, actor) => fillAppraisal(own.id, own.revision, { summary: '自评说明' }, actor))
  },
  'submit-appraisal': step('submit-appraisal'),
  'withdraw-appraisal': step('withdraw-appraisal'),
  'review-appraisal': step('review-appraisal'),
  'save-appraisal-review': async () => {
    const first = await reviewed('reviewing')
    const items = { p11: { ...emptyMark, review: 300, reviewReason: '没有分工文件' } }
    return (actor) => saveAppraisalReview(first.id, first.revision, { items }, actor)
  },
  'return-appraisal': step('return-appraisal'),
  'sample-appraisal': step('sample-appraisal'),
  'draw-appraisal-sample': async () => {
    const { book } = await departments()
    const scheme = await noticeFor(book, countyScheme, 'own-2')
    const [first] = await putInState(scheme, 'sampling')
    if (!first) throw new Error('there is a county')
    return (actor) =>
      drawAppraisalSample(first.id, first.revision, 'c42', { size: 1, ids: [], reason: '' }, actor)
  },
  'ask-appraised': step('ask-appraised', 'reviewing'),
  'recall-appraisal': step('recall-appraisal'),
  'object-appraisal': async () => {
    const of = await ofEveryKind('asked', { objectsUntil: '2100-01-01' })
    return finding(of, (own, actor) =>
      objectAppraisal(own.id, own.revision, { itemId: '', text: '请再核' }, actor),
    )
  },
  'answer-appraisal-objection': async () => {
    const first = await reviewed('asked')
    const objected = await objectAppraisal(
      first.id,
      (await putInState([first], 'asked', { objectsUntil: '2100-01-01' }))[0]?.revision ?? 0,
      { itemId: '', text: '请再核' },
      by,
    )
    const id = objected.objections[0]?.id ?? ''
    return (actor) =>
      answerAppraisalObjection(
        objected.id,
        objected.revision,
        { id, decision: 'refused', answer: '已核对，维持原分' },
        actor,
      )
  },
  'record-agreement': async () => {
    const first = await reviewed('asked')
    const said = { on: localToday(), text: '书面回复无异议' }
    return (actor) =>
      recordAgreement(
        first.bookId,
        first.noticeId,
        { ...said, seen: new Map([[first.id, first.revision]]) },
        actor,
      )
  },
  'decide-appraisals': together('decide-appraisals'),
  'reopen-appraisals': together('reopen-appraisals'),
  'announce-appraisals': together('announce-appraisals'),
  'archive-appraisals': together('archive-appraisals'),
} satisfies Cases

/** The city's appraisal of 南江县, and what the county handed in, in its collected book. */
export async function countySent(): Promise<{ city: Appraisal; sent: Appraisal; book: YearBook }> {
  await freshDatabase()
  const { book: county } = await freshBook()
  const [own] = await putInState(await noticeFor(county, countyScheme, 'own-1'), 'submitted')
  const collected = { stationId: 's1', name: '南江县财政局', packageId: 'p1', at: '2027-01-10T08:00:00.000Z' }
  await db.books.put({ ...county, collected })
  const city: YearBook = {
    ...county,
    ...{
      id: 'city-book',
      identity: { ...county.identity, regionCode: '511900', regionName: '巴中市', level: 'city' },
    },
  }
  await db.books.put(city)
  const [first] = (await noticeFor(city, countyScheme, 'city-1')).filter(
    ({ subject }) => subject.code === '511922',
  )
  if (!own || !first) throw new Error('county and city have theirs')
  return { city: first, sent: own, book: city }
}

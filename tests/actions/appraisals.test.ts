import { beforeEach, describe, expect, it } from 'vitest'
import { answerAppraisalObjection } from '#actions/answer-appraisal-objection'
import { approveScheme } from '#actions/approve-scheme'
import { drawAppraisalSample } from '#actions/draw-appraisal-sample'
import { fillAppraisal } from '#actions/fill-appraisal'
import { objectAppraisal } from '#actions/object-appraisal'
import { openAppraisals } from '#actions/open-appraisals'
import { recordAgreement } from '#actions/record-agreement'
import { saveAppraisalReview } from '#actions/save-appraisal-review'
import { saveScheme } from '#actions/save-scheme'
import { takeAppraisalStep } from '#actions/take-appraisal-step'
import { takeAppraisalSteps } from '#actions/take-appraisal-steps'
import { type Appraisal, emptyMark } from '#domain/appraisals/appraisal'
import { isTrueDraw } from '#domain/appraisals/sampling'
import { copiedScheme, nextScheme } from '#domain/appraisals/scheme'
import { totalsOf } from '#domain/appraisals/score'
import { countyScheme } from '#domain/appraisals/shipped-county'
import { departmentScheme } from '#domain/appraisals/shipped-department'
import { schemesOf } from '#storage/appraisals'
import { db } from '#storage/database'
import { acting, by, freshBook, freshDatabase, soundContent } from '../storage/world.ts'
import { approvedIn, completed, noticeFor, putInState } from './appraisal-cases.ts'

const leader = acting('leader')

const unit = acting('unit', '205001')

function only<Each>(list: readonly Each[]): Each {
  const [one] = list
  if (one === undefined) throw new Error('there is one')
  return one
}

function seen(all: readonly Appraisal[]): Map<string, number> {
  return new Map(all.map(({ id, revision }) => [id, revision]))
}

beforeEach(freshDatabase)

describe('a scheme', () => {
  it('is approved once, is not changed after that, and is replaced by its next version', async () => {
    const { book } = await freshBook()
    const first = await approvedIn(book, departmentScheme, 'own-1')
    await expect(saveScheme(book.id, { ...first, name: '改' }, first.revision, by)).rejects.toMatchObject({
      code: 'not-allowed',
    })
    const draft = await saveScheme(book.id, nextScheme(first, 'own-2'), 0, by)
    await approveScheme(draft.id, draft.revision, leader)
    expect((await schemesOf(book.id)).map(({ id, state }) => [id, state])).toEqual([
      ['own-1', 'replaced'],
      ['own-2', 'approved'],
    ])
  })

  it('with faults is not approved, and cannot be used before', async () => {
    const { book } = await freshBook()
    const faulty = {
      ...copiedScheme(departmentScheme, 'own-1', '缺一块'),
      groups: departmentScheme.groups.slice(1),
    }
    const draft = await saveScheme(book.id, faulty, 0, by)
    await expect(approveScheme(draft.id, draft.revision, by)).rejects.toMatchObject({
      code: 'condition-unmet',
    })
    const wanted = { title: '考核', number: '', startsOn: '2026-12-01', dueOn: '2027-01-20' }
    await expect(
      openAppraisals(book.id, { ...wanted, schemeId: draft.id, codes: ['205001'] }, by),
    ).rejects.toMatchObject({ code: 'condition-unmet' })
  })
})

describe('the whole road of a department', () => {
  it('goes from self-assessment to 归档, with sample, objection and result', async () => {
    const { book } = await freshBook()
    const opened = only(await noticeFor(book, departmentScheme, 'own-1'))
    const { items, extras } = completed(opened)
    const filled = await fillAppraisal(opened.id, 1, { items, extras, contact: '李明', phone: '1' }, unit)
    const submitted = await takeAppraisalStep(
      filled.id,
      filled.revision,
      { id: 'submit-appraisal', opinion: '' },
      unit,
    )
    // The book was measured when it was handed in, whatever the page knew.
    expect(submitted.items.p31?.figures['goals-departments']).toEqual({ done: 0, due: 1, times: 0 })
    await expect(
      fillAppraisal(submitted.id, submitted.revision, { summary: '再改' }, unit),
    ).rejects.toMatchObject({
      code: 'not-allowed',
    })
    const begun = await takeAppraisalStep(
      submitted.id,
      submitted.revision,
      { id: 'review-appraisal', opinion: '' },
      by,
    )
    const cut = { p11: { ...emptyMark, ...items.p11, review: 300, reviewReason: '' } }
    const changed = await saveAppraisalReview(begun.id, begun.revision, { items: cut }, by)
    await expect(
      takeAppraisalStep(changed.id, changed.revision, { id: 'ask-appraised', opinion: '' }, by),
    ).rejects.toMatchObject({ code: 'condition-unmet' })
    const reasoned = { p11: { ...cut.p11, reviewReason: '没有分工文件' } }
    const reviewed = await saveAppraisalReview(changed.id, changed.revision, { items: reasoned }, by)
    expect(reviewed.items.p12).toEqual(begun.items.p12)
    const asked = await takeAppraisalStep(
      reviewed.id,
      reviewed.revision,
      { id: 'ask-appraised', opinion: '' },
      by,
    )
    expect(asked.objectsUntil > asked.changedAt.slice(0, 10)).toBe(true)
    const objected = await objectAppraisal(
      asked.id,
      asked.revision,
      { itemId: 'p11', text: '已补文件' },
      unit,
    )
    const wanted = { id: 'decide-appraisals', opinion: '局党组会议审定' } as const
    await expect(
      takeAppraisalSteps(book.id, asked.noticeId, { ...wanted, seen: seen([objected]) }, leader),
    ).rejects.toMatchObject({ code: 'condition-unmet' })
    const answered = await answerAppraisalObjection(
      objected.id,
      objected.revision,
      { id: only(objected.objections).id, decision: 'refused', answer: '文件在考核年度之后' },
      by,
    )
    await expect(
      takeAppraisalSteps(book.id, asked.noticeId, { ...wanted, seen: seen([answered]) }, leader),
    ).rejects.toMatchObject({ code: 'condition-unmet' })
    const over = { ...answered, objectsUntil: '2020-01-01' }
    await db.appraisals.put(over)
    const decided = only(
      await takeAppraisalSteps(book.id, asked.noticeId, { ...wanted, seen: seen([over]) }, leader),
    )
    expect(decided.frozen).toMatchObject({ total: totalsOf(decided, 'final').total, rank: 1, of: 1 })
    expect(decided.frozen?.points.p11).toBe(300)
    const announced = only(
      await takeAppraisalSteps(
        book.id,
        asked.noticeId,
        { id: 'announce-appraisals', opinion: '', announcement: '南财绩〔2027〕3号', seen: seen([decided]) },
        by,
      ),
    )
    const archived = only(
      await takeAppraisalSteps(
        book.id,
        asked.noticeId,
        { id: 'archive-appraisals', opinion: '', seen: seen([announced]) },
        by,
      ),
    )
    expect(archived).toMatchObject({ state: 'archived', announcement: '南财绩〔2027〕3号' })
    expect(archived.trail.map(({ verb }) => verb)).toEqual([
      '送审',
      '开始复核',
      '征求意见',
      '审定',
      '通报',
      '归档',
    ])
  })

  it('need not wait for the days to object once all agree', async () => {
    const { book } = await freshBook()
    const opened = only(await noticeFor(book, departmentScheme, 'own-1'))
    const asked = only(
      await putInState([opened], 'asked', {
        objectsUntil: '2100-01-01',
        heldSince: '2026-01-05T02:00:00.000Z',
      }),
    )
    const said = { on: '2026-01-05', text: '书面回复无异议', seen: seen([asked]) }
    const record = (change: Partial<typeof said>) =>
      recordAgreement(book.id, asked.noticeId, { ...said, ...change }, by)
    for (const [change, code] of [
      [{ on: '2026-01-04' }, 'day-unfit'],
      [{ on: '2099-12-31' }, 'day-unfit'],
      [{ on: '明天' }, 'day-unfit'],
      [{ text: ' ' }, 'reason-missing'],
      [{ seen: new Map([[asked.id, asked.revision + 1]]) }, 'changed-meanwhile'],
      [{ seen: new Map([['other', 1]]) }, 'not-found'],
    ] as const)
      await expect(record(change)).rejects.toMatchObject({ code })
    const agreed = only(await record({}))
    expect(agreed.agreed).toEqual({ on: '2026-01-05', text: '书面回复无异议', by: by.name })
    await expect(record({ seen: seen([agreed]) })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(
      objectAppraisal(agreed.id, agreed.revision, { itemId: '', text: '还有意见' }, unit),
    ).rejects.toMatchObject({ code: 'not-allowed' })
    const wanted = { id: 'decide-appraisals', opinion: '局党组会议审定' } as const
    const decided = only(
      await takeAppraisalSteps(book.id, asked.noticeId, { ...wanted, seen: seen([agreed]) }, leader),
    )
    expect(decided).toMatchObject({ state: 'decided', agreed: { on: '2026-01-05' } })
  })

  it('asks anew, without what was agreed to before, when it went back to the re-check', async () => {
    const { book } = await freshBook()
    const opened = only(await noticeFor(book, departmentScheme, 'own-1'))
    const agreed = { on: '2026-01-05', text: '无异议', by: '王某' }
    const asked = only(await putInState([opened], 'asked', { objectsUntil: '2100-01-01', agreed }))
    const recall = { id: 'recall-appraisal', opinion: '有一项算错' } as const
    const recalled = await takeAppraisalStep(asked.id, asked.revision, recall, by)
    expect(recalled).not.toHaveProperty('agreed')
  })

  it('names who fills it in first as the one to ask, until another is named', async () => {
    const { book } = await freshBook()
    const opened = only(await noticeFor(book, departmentScheme, 'own-1'))
    const begun = await fillAppraisal(opened.id, opened.revision, { summary: '自评' }, unit)
    expect([opened.contact, begun.contact]).toEqual(['', unit.name])
    const named = await fillAppraisal(opened.id, begun.revision, { contact: '李明' }, unit)
    expect((await fillAppraisal(opened.id, named.revision, { phone: '1' }, unit)).contact).toBe('李明')
  })

  it('is not for another department, nor for a section that is not assessed', async () => {
    const { book } = await freshBook()
    const opened = only(await noticeFor(book, departmentScheme, 'own-1'))
    for (const [other, code] of [
      [acting('unit', '999'), 'out-of-reach'],
      [acting('spending'), 'out-of-reach'],
      [acting('leader'), 'not-permitted'],
    ] as const)
      await expect(fillAppraisal(opened.id, 1, { summary: '' }, other)).rejects.toMatchObject({ code })
  })

  it('does not go on without what is missing, nor alone where a step is of the whole', async () => {
    const { book } = await freshBook()
    const opened = only(await noticeFor(book, departmentScheme, 'own-1'))
    await expect(
      takeAppraisalStep(opened.id, 1, { id: 'submit-appraisal', opinion: '' }, unit),
    ).rejects.toMatchObject({ code: 'condition-unmet' })
    const asked = only(await putInState([opened], 'asked'))
    await expect(
      takeAppraisalStep(asked.id, asked.revision, { id: 'decide-appraisals', opinion: '审定' }, leader),
    ).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(
      takeAppraisalSteps(
        book.id,
        asked.noticeId,
        { id: 'decide-appraisals', opinion: '审定', seen: new Map([[asked.id, asked.revision + 1]]) },
        leader,
      ),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  it('may object up to the last day, and not after it', async () => {
    const { book } = await freshBook()
    const opened = only(await noticeFor(book, departmentScheme, 'own-1'))
    const say = { itemId: '', text: '请再核' }
    const late = only(await putInState([opened], 'asked', { objectsUntil: '2020-01-01' }))
    await expect(objectAppraisal(late.id, late.revision, say, unit)).rejects.toMatchObject({
      code: 'not-allowed',
    })
    const open = only(await putInState([opened], 'asked', { objectsUntil: '2100-01-01' }))
    await expect(objectAppraisal(open.id, open.revision, { ...say, text: ' ' }, unit)).rejects.toMatchObject({
      code: 'reason-missing',
    })
    expect((await objectAppraisal(open.id, open.revision, say, unit)).objections).toHaveLength(1)
  })
})

it('draws a sample once, by recorded chance', async () => {
  const { book, units } = await freshBook()
  const [first] = await putInState(await noticeFor(book, countyScheme, 'own-1'), 'sampling')
  if (!first) throw new Error('the county')
  const wish = { size: 1, ids: [], reason: '' }
  expect(await drawAppraisalSample(first.id, first.revision, 'c42', wish, by)).toMatchObject({
    problems: [{ code: 'sample-candidates' }],
  })
  const goals = ['g1', 'g2', 'g3'].map((id) => ({ id, bookId: book.id, unitId: units[1].id, name: id }))
  await db.table('goals').bulkPut(
    goals.map((goal) => ({
      ...soundContent(units[1].id),
      ...goal,
      ...{ status: 'approved', secret: goal.id === 'g2', matchKey: goal.id },
    })),
  )
  const done = await drawAppraisalSample(first.id, first.revision, 'c42', { ...wish, size: 2 }, by)
  if ('problems' in done) throw new Error('two may be drawn')
  const draw = only(done.appraisal.draws)
  expect([...draw.picked].sort()).toEqual(['g1', 'g3'])
  expect(isTrueDraw(draw)).toBe(true)
  await expect(drawAppraisalSample(first.id, done.appraisal.revision, 'c42', wish, by)).rejects.toMatchObject(
    { code: 'not-allowed' },
  )
})

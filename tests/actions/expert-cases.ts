import { drawForReview } from '#actions/draw-experts'
import { rateExpert } from '#actions/rate-expert'
import { saveAgency } from '#actions/save-agency'
import { saveExpert } from '#actions/save-expert'
import { emptyAgency } from '#domain/experts/agency'
import { emptyExpert } from '#domain/experts/expert'
import { by } from '../storage/world.ts'
import { type Cases, draftWorld } from './action-case.ts'

async function keptExpert(): Promise<{ bookId: string; id: string; unitId: string }> {
  const { book, units } = await draftWorld()
  for (const id of ['e1', 'e2', 'e3', 'e4', 'e5']) {
    const form = { ...emptyExpert, name: `专家${id}`, workUnit: '某大学', fields: ['performance' as const] }
    await saveExpert(book.id, id, 0, form, {}, null, by)
  }
  return { bookId: book.id, id: 'e1', unitId: units[1].id }
}

/** Every write of 专家与机构. */
export const expertCases = {
  'save-expert': async () => {
    const { book } = await draftWorld()
    const form = { ...emptyExpert, name: '李晓', fields: ['finance' as const] }
    return (actor) => saveExpert(book.id, 'e9', 0, form, {}, null, actor)
  },
  'draw-experts': async () => {
    const { bookId, unitId } = await keptExpert()
    const wanted = [{ field: 'performance' as const, specialty: '', count: 3 }]
    return (actor) => drawForReview(bookId, { subject: '评审', unitId, wanted, assessmentId: '' }, actor)
  },
  'rate-expert': async () => {
    const { bookId, id } = await keptExpert()
    const rating = {
      on: '2026-09-09',
      subject: '评审',
      drawId: '',
      grade: 'pass' as const,
      fee: null,
      note: '',
    }
    return (actor) => rateExpert(bookId, { id, name: '', revision: 1 }, rating, actor)
  },
  'save-agency': async () => {
    const { book } = await draftWorld()
    const content = { ...emptyAgency, name: '某咨询有限公司', kind: 'consulting' as const }
    return (actor) => saveAgency(book.id, 'g1', 0, content, actor)
  },
} satisfies Cases

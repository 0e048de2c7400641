import { listRegulations } from '#actions/list-regulations'
import { removeRegulation } from '#actions/remove-regulation'
import { restoreRegulation } from '#actions/restore-regulation'
import { saveRegulation } from '#actions/save-regulation'
import { by } from '../storage/world.ts'
import { type Cases, draftWorld } from './action-case.ts'

const regulation = {
  name: '南江县预算绩效管理办法',
  number: '南财〔2026〕5号',
  issuer: '南江县财政局',
  issuedOn: '2026-01-05',
  board: 'process' as const,
  stage: 'goal' as const,
  inForce: true,
  note: '',
  attachments: [],
}

async function keptRegulation() {
  const { book } = await draftWorld()
  return { book, kept: await saveRegulation(book.id, 'r1', 0, regulation, by) }
}

/** Every write of 制度库. */
export const regulationCases = {
  'save-regulation': async () => {
    const { book } = await draftWorld()
    return (actor) => saveRegulation(book.id, 'r1', 0, regulation, actor)
  },
  'list-regulations': async () => {
    const { book } = await draftWorld()
    return (actor) => listRegulations(book.id, actor)
  },
  'remove-regulation': async () => {
    const { book, kept } = await keptRegulation()
    return (actor) => removeRegulation(book.id, kept, actor)
  },
  'restore-regulation': async () => {
    const { book, kept } = await keptRegulation()
    await removeRegulation(book.id, kept, by)
    return (actor) => restoreRegulation(book.id, kept, actor)
  },
} satisfies Cases

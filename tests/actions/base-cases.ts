import { carryForward } from '#actions/carry-forward'
import { closeYear } from '#actions/close-year'
import { createBook } from '#actions/create-book'
import { loadDemo } from '#actions/load-demo'
import { removeDemo } from '#actions/remove-demo'
import { reopenYear } from '#actions/reopen-year'
import { saveCalendar } from '#actions/save-calendar'
import { saveIdentity } from '#actions/save-identity'
import { saveSections } from '#actions/save-sections'
import { saveUnits } from '#actions/save-units'
import { setBookRules } from '#actions/set-book-rules'
import { sectionsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { by } from '../storage/world.ts'
import { type Cases, draftWorld } from './action-case.ts'

/** Every write of 账套与基础. */
export const baseCases = {
  'create-book': async () => {
    const { book } = await draftWorld()
    return (actor) => createBook({ year: 2030, identity: book.identity, rulesId: 'frame-2021', by: actor })
  },
  'carry-forward': async () => {
    const { book } = await draftWorld()
    return (actor) => carryForward(book.id, actor)
  },
  'close-year': async () => {
    const { book } = await draftWorld()
    await carryForward(book.id, by)
    return (actor) => closeYear(book.id, '', actor)
  },
  'reopen-year': async () => {
    const { book } = await draftWorld()
    await carryForward(book.id, by)
    await closeYear(book.id, '', by)
    return (actor) => reopenYear(book.id, '更正决算数', actor)
  },
  'save-identity': async () => {
    const { book } = await draftWorld()
    return (actor) => saveIdentity(book.id, { ...book.identity, section: '绩效股' }, actor)
  },
  'set-book-rules': async () => {
    const { book } = await draftWorld()
    return (actor) => setBookRules(book.id, 'frame-2015', actor)
  },
  'save-calendar': async () => {
    await draftWorld()
    const days = { holidays: ['2027-01-01'], workdays: [], basis: '本局通知' }
    return (actor) => saveCalendar('2027', 0, days, actor)
  },
  'save-sections': async () => {
    const { book } = await draftWorld()
    const sections = (await sectionsOf(book.id)).map((section) => ({
      ...section,
      name: `${section.name}（改）`,
    }))
    return (actor) => saveSections(book.id, sections, actor)
  },
  'save-units': async () => {
    const { book, units } = await draftWorld()
    const [office, school] = units
    return (actor) => saveUnits(book.id, [office, { ...school, name: '改名小学' }], actor)
  },
  'load-demo': async () => {
    await draftWorld()
    return (actor) => loadDemo(actor)
  },
  'remove-demo': async () => {
    const { book } = await draftWorld()
    await db.books.update(book.id, { demo: true })
    return (actor) => removeDemo(actor)
  },
} satisfies Cases

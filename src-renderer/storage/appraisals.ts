import type { Appraisal } from '#domain/appraisals/appraisal'
import { isOpenForSelf } from '#domain/appraisals/flow'
import type { KeptScheme } from '#domain/appraisals/scheme'
import { countedBooks } from '#domain/counties/double'
import type { YearBook } from '#domain/year-book'
import { allBooks } from './books.ts'
import { db } from './database.ts'

/** The schemes of a book, in the order they were made; the shipped ones are in none. */
export function schemesOf(bookId: string): Promise<KeptScheme[]> {
  return db.schemes.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
}

export async function schemeById(id: string): Promise<KeptScheme | null> {
  return (await db.schemes.get(id)) ?? null
}

/** All appraisals of a book, in the order they were opened. */
export function appraisalsOf(bookId: string): Promise<Appraisal[]> {
  return db.appraisals.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
}

export async function appraisalById(id: string): Promise<Appraisal | null> {
  return (await db.appraisals.get(id)) ?? null
}

/** The appraisals of one notice of a book. */
export async function appraisalsOfNotice(bookId: string, noticeId: string): Promise<Appraisal[]> {
  return (await appraisalsOf(bookId)).filter((each) => each.noticeId === noticeId)
}

/** Decided appraisals of the same subject in this year's book and those before of the region, for the trend. */
export async function appraisalsOfSubject(book: YearBook, appraisal: Appraisal): Promise<Appraisal[]> {
  const books = (await allBooks()).filter(
    ({ year, demo, collected, identity }) =>
      year <= book.year &&
      demo === book.demo &&
      !collected &&
      identity.regionCode === book.identity.regionCode,
  )
  const all = (await Promise.all(books.map(({ id }) => appraisalsOf(id)))).flat()
  return all.filter(
    ({ subject, scheme, frozen }) =>
      frozen !== null && subject.code === appraisal.subject.code && scheme.target === appraisal.scheme.target,
  )
}

/** A scheme that may be used, with where it comes from ('' where it is the book's own). */
export type UsableScheme = { scheme: KeptScheme; from: string }

/** Approved schemes of the book itself, and of books of the same year that came from other bureaus (上级下发). */
export async function usableSchemes(book: YearBook): Promise<UsableScheme[]> {
  const sent = (await allBooks()).filter(({ year, collected }) => year === book.year && collected)
  const own = (await schemesOf(book.id)).map((scheme) => ({ scheme, from: '' }))
  const others = await Promise.all(
    sent.map(async ({ id, identity }) =>
      (await schemesOf(id)).map((scheme) => ({ scheme, from: identity.office })),
    ),
  )
  return [...own, ...others.flat()].filter(({ scheme }) => scheme.state === 'approved')
}

/** A county's own self-assessment in its collected book, and that book; the newest handed in counts. */
export type SentAppraisal = { book: YearBook; appraisal: Appraisal | null }

export async function sentAppraisals(year: number): Promise<SentAppraisal[]> {
  const books = (await allBooks()).filter((book) => book.year === year && book.collected)
  return Promise.all(
    books.map(async (book) => ({
      book,
      appraisal:
        (await appraisalsOf(book.id)).findLast(({ isOwn, state }) => isOwn && state !== 'open') ?? null,
    })),
  )
}

/** The book on which an appraisal rests: its own, or for a county that the city assesses the county's collected one. */
export async function bookOfSubject(appraisal: Appraisal): Promise<YearBook | null> {
  const books = await allBooks()
  const own = books.find(({ id }) => id === appraisal.bookId) ?? null
  if (!own || appraisal.scheme.target !== 'county') return own
  if (appraisal.subject.code === own.identity.regionCode) return own
  const { counted } = countedBooks(books, own.year)
  return counted.find(({ identity }) => identity.regionCode === appraisal.subject.code) ?? null
}

/** What a county handed in and the city has not taken over yet: the city's appraisal of it, and the county's own. */
export type ArrivedAppraisal = { ours: Appraisal; sent: Appraisal }

export async function arrivedAppraisals(
  year: number,
  all: readonly Appraisal[],
): Promise<ArrivedAppraisal[]> {
  const waiting = all.filter(
    ({ scheme, isOwn, state }) => scheme.target === 'county' && !isOwn && isOpenForSelf(state),
  )
  if (waiting.length === 0) return []
  const sent = await sentAppraisals(year)
  return waiting.flatMap((ours) => {
    const found = sent.find(({ book }) => book.identity.regionCode === ours.subject.code)?.appraisal
    return found ? [{ ours, sent: found }] : []
  })
}

import type { Actor } from '#domain/people/duties'
import { defaultSections, type Identity, type YearBook } from '#domain/year-book'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

export type NewBook = {
  year: number
  identity: Identity
  rulesId: string
  by: Actor
}

/** 新建账套: a year book with the bureau's sections after the founding document. */
export async function createBook({ year, identity, rulesId, by }: NewBook): Promise<YearBook> {
  const stamp = newStamp(by)
  const book: YearBook = {
    id: stamp.nextId(),
    year,
    name: `${year} 年度（${identity.regionName}）`,
    demo: false,
    identity,
    rulesId,
    previousId: '',
    createdAt: stamp.at,
  }
  const sections = defaultSections.map((section, order) => ({
    ...section,
    id: stamp.nextId(),
    bookId: book.id,
    order,
  }))
  const entry: Entry = {
    action: 'create-book',
    bookId: book.id,
    summary: `新建账套：${book.name}`,
  }
  return write(stamp, entry, ['books', 'sections'], async (writer) => {
    await writer.put('books', [book])
    await writer.put('sections', sections)
    return book
  })
}

import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useMemo, useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { savePreference } from '#actions/save-preference'
import type { YearBook } from '#domain/year-book'
import { rulesById } from '#domain/year-rules'
import { type Session, SessionProvider } from '#session'
import { allBooks } from '#storage/books'
import { preference } from '#storage/preferences'
import { useToast } from '#ui/Toast.tsx'
import { StartPage } from '../features/home/StartPage.tsx'
import { router } from './routes.tsx'

/** No book yet: the start page. Otherwise the frame with the book that was open last. */
export function SessionGate() {
  const { attempt } = useToast()
  const [making, setMaking] = useState(false)
  const books = useLiveQuery(allBooks, [])
  const chosen = useLiveQuery(async () => ({ value: await preference('open-book') }), [])
  const person = useLiveQuery(async () => ({ value: await preference('person') }), [])

  const openBook = useCallback(
    (id: string) => {
      attempt(() => savePreference('open-book', id))
      void router.navigate('/')
    },
    [attempt],
  )
  /** The start page stays until the book is whole: the demo is made year by year. */
  async function makeFirst(make: () => Promise<YearBook>) {
    setMaking(true)
    try {
      const made = await make()
      await savePreference('open-book', made.id)
      await router.navigate('/')
    } finally {
      setMaking(false)
    }
  }
  const setBy = useCallback((name: string) => attempt(() => savePreference('person', name)), [attempt])

  const by = typeof person?.value === 'string' ? person.value : ''
  const book = books?.find((candidate) => candidate.id === chosen?.value) ?? newest(books)
  const session = useMemo<Session | null>(() => {
    if (!book || !books) return null
    return { by: by || '经办人', book, rules: rulesById(book.rulesId), books, openBook, setBy }
  }, [book, books, by, openBook, setBy])

  if (!books || !chosen || !person) return null
  if (!session || making) {
    return <StartPage by={by} books={[]} openBook={openBook} onMake={makeFirst} setBy={setBy} />
  }
  return (
    <SessionProvider session={session}>
      <RouterProvider router={router} />
    </SessionProvider>
  )
}

function newest<T extends { year: number }>(books: readonly T[] | undefined): T | undefined {
  return books?.toSorted((left, right) => right.year - left.year)[0]
}

import { useSession } from '#session'
import { StartPage } from './StartPage.tsx'

/** Stands in until someone gives a name; never offered as one. */
const unnamed = '经办人'

/** 打开其他账套, from within a book. */
export function BooksPage() {
  const { by, books, openBook, setBy } = useSession()
  return (
    <StartPage
      by={by === unnamed ? '' : by}
      books={books}
      openBook={openBook}
      onMake={async (make) => openBook((await make()).id)}
      setBy={setBy}
    />
  )
}

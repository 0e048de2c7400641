import { useSession } from '#session'
import { StartPage } from './StartPage.tsx'

/** 打开其他账套, from within a book. */
export function BooksPage() {
  const { by, books, openBook, signUp } = useSession()
  return (
    <StartPage
      by={by}
      books={books}
      openBook={openBook}
      onMake={async (make) => openBook((await make()).id)}
      signUp={signUp}
    />
  )
}

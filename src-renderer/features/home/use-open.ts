import { useNavigate } from 'react-router'
import type { YearBook } from '#domain/year-book'
import { useSession } from '#session'

/** Opens a page in the book in which its record lies. */
export function useOpenIn(): (book: YearBook, path: string) => void {
  const { book, openBook } = useSession()
  const navigate = useNavigate()
  return (wanted, path) => {
    if (wanted.id !== book.id) openBook(wanted.id)
    void navigate(path)
  }
}

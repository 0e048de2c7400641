import { useMemo } from 'react'
import { useSession } from '#session'
import { SearchDialog } from '../../features/search/SearchDialog.tsx'
import { houseThings } from './page-things.ts'

/** 搜索 with the pages and steps of the house, which only the application knows. */
export function SearchWindow({ onClose }: { onClose: () => void }) {
  const { book, by } = useSession()
  const { level } = book.identity
  const things = useMemo(() => houseThings(by, level), [by, level])
  return <SearchDialog things={things} onClose={onClose} />
}

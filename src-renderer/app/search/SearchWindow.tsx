import { useMemo } from 'react'
import { useSession } from '#session'
import { SearchDialog } from '../../features/search/SearchDialog.tsx'
import { houseThings } from './page-things.ts'

/** 搜索 with the pages of the house, which only the application knows. */
export function SearchWindow({ onClose }: { onClose: () => void }) {
  const { by } = useSession()
  const things = useMemo(() => houseThings(by), [by])
  return <SearchDialog things={things} onClose={onClose} />
}

import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSession } from '#session'
import { reachedRows } from '#storage/reached-rows'
import { SearchField } from '#ui/SearchField.tsx'
import { colours } from '#ui/theme'

const mostFound = 6

/** 关联项目: the projects an entry is about, opened by a click, found by name or code. */
export function GoalLinks(props: {
  goalIds: readonly string[]
  readOnly: boolean
  onChange: (goalIds: string[]) => void
}) {
  const { book, by } = useSession()
  const [search, setSearch] = useState('')
  const rows = useLiveQuery(() => reachedRows(book.id, by), [book.id, by])
  if (!rows) return null
  const linked = props.goalIds.map((id) => ({ id, name: rows.find((row) => row.id === id)?.name ?? '' }))
  const word = search.trim()
  const found =
    word === ''
      ? []
      : rows
          .filter(({ id, name, code }) => !props.goalIds.includes(id) && `${name} ${code}`.includes(word))
          .slice(0, mostFound)
  return (
    <Box component="section" aria-label="关联项目" sx={{ display: 'grid', gap: 1, fontSize: 13 }}>
      <Box sx={{ fontSize: 12, color: colours.secondary }}>关联项目</Box>
      {linked.map(({ id, name }) => (
        <Box key={id} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Link to={`/goals/${id}`}>{name || '已不在本账套的项目'}</Link>
          </Box>
          {!props.readOnly && (
            <Button
              size="small"
              aria-label={`取消关联 ${name}`}
              onClick={() => props.onChange(props.goalIds.filter((each) => each !== id))}
            >
              取消
            </Button>
          )}
        </Box>
      ))}
      {linked.length === 0 && props.readOnly && <Box sx={{ color: colours.secondary }}>没有关联项目。</Box>}
      {!props.readOnly && (
        <SearchField
          label="查找要关联的项目"
          placeholder="项目名称、代码"
          value={search}
          onChange={setSearch}
          width="100%"
        />
      )}
      {found.map(({ id, name }) => (
        <Button
          key={id}
          size="small"
          sx={{ justifyContent: 'flex-start', textAlign: 'left' }}
          onClick={() => {
            setSearch('')
            props.onChange([...props.goalIds, id])
          }}
        >
          + {name}
        </Button>
      ))}
      {word !== '' && found.length === 0 && (
        <Box sx={{ color: colours.secondary }}>没有找到名称或代码含“{word}”的项目。</Box>
      )}
    </Box>
  )
}

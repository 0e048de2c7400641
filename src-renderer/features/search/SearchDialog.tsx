import SearchIcon from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import InputBase from '@mui/material/InputBase'
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import {
  type FoundGroup,
  find,
  type SearchGroup,
  type SearchThing,
  searchGroups,
} from '#domain/search/search'
import { colours } from '#ui/theme'
import { linesOf, type SearchLine, SearchResults } from './SearchResults.tsx'
import { useSearchIndex } from './use-search-index.ts'

/** So many of each group at first, and of the one whose rest was asked for. */
const shownFew = 8
const shownMany = 100
/** Read out, not seen. */
const visuallyHidden = {
  ...{ position: 'absolute', width: '1px', height: '1px', m: 0, overflow: 'hidden', clipPath: 'inset(50%)' },
} as const
const hint = '输入名称、编码、文号或拼音首字母，如“公路养护”“ncgl”，或要办的事，如“催报”。'

/** 搜索: one field over steps, pages, projects, units and documents, by the keyboard alone. */
export function SearchDialog(props: { things: readonly SearchThing[]; onClose: () => void }) {
  const navigate = useNavigate()
  const id = useId()
  const { index, isWhole } = useSearchIndex(props.things)
  const [text, setText] = useState('')
  // What is searched: never the half of a word that is still being composed.
  const [query, setQuery] = useState('')
  const [isComposing, setComposing] = useState(false)
  const [opened, setOpened] = useState<SearchGroup | null>(null)
  const [at, setAt] = useState(0)
  const found = useMemo(
    () => find(index, query, (group) => (group === opened ? shownMany : shownFew)),
    [index, query, opened],
  )
  const lines = useMemo(() => linesOf(found, opened), [found, opened])
  const active = Math.min(at, lines.length - 1)
  const optionId = (line: number) => `${id}-${line}`

  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  function search(words: string) {
    setQuery(words)
    setAt(0)
    setOpened(null)
  }

  function choose(line: SearchLine | undefined) {
    if (!line) return
    if ('more' in line) return setOpened(line.group)
    props.onClose()
    void navigate(line.thing.path)
  }

  function onKeyDown(event: KeyboardEvent) {
    // Enter takes a candidate word, the arrows choose among them.
    if (isComposing || event.nativeEvent.isComposing) return
    const last = lines.length - 1
    const moves: Record<string, number> = {
      ArrowDown: active === last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(active + shownFew, last),
      PageUp: Math.max(active - shownFew, 0),
    }
    const next = moves[event.key]
    if (next !== undefined) setAt(Math.max(0, next))
    else if (event.key === 'Enter') choose(lines[active])
    else return
    event.preventDefault()
  }

  return (
    <Dialog
      open
      onClose={props.onClose}
      aria-labelledby={`${id}-title`}
      maxWidth={false}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
      slotProps={{
        paper: { sx: { width: 680, maxWidth: '100%', mt: '72px', maxHeight: 'calc(100vh - 144px)' } },
      }}
    >
      <Box
        sx={{
          ...{ flex: 'none', display: 'flex', alignItems: 'center', gap: 2, px: 4, height: 52 },
          borderBottom: `1px solid ${colours.line}`,
        }}
      >
        <Box component="h2" id={`${id}-title`} sx={visuallyHidden}>
          搜索
        </Box>
        <SearchIcon sx={{ color: colours.secondary }} />
        <InputBase
          autoFocus
          fullWidth
          value={text}
          placeholder="搜索操作、页面、项目、单位、文件资料"
          onChange={(event) => {
            setText(event.target.value)
            if (!isComposing) search(event.target.value)
          }}
          onKeyDown={onKeyDown}
          inputProps={{
            role: 'combobox',
            'aria-label': '搜索',
            'aria-expanded': lines.length > 0,
            'aria-controls': `${id}-list`,
            'aria-autocomplete': 'list',
            'aria-activedescendant': active >= 0 ? optionId(active) : undefined,
            onCompositionStart: () => setComposing(true),
            onCompositionEnd: (event: { currentTarget: { value: string } }) => {
              setComposing(false)
              search(event.currentTarget.value)
            },
          }}
          sx={{ fontSize: 16 }}
        />
      </Box>
      <SearchResults
        id={`${id}-list`}
        found={found}
        lines={lines}
        active={active}
        optionId={optionId}
        onPoint={setAt}
        onChoose={choose}
      />
      <Box
        role="status"
        sx={{
          ...{ flex: 'none', px: 4, py: 1.5, fontSize: 12, color: colours.secondary },
          ...{ display: 'flex', justifyContent: 'space-between', borderTop: `1px solid ${colours.line}` },
        }}
      >
        <span>{sentenceOf(query, found, isWhole, opened)}</span>
        <span aria-hidden="true">↑↓ 选择　回车 打开　Esc 关闭</span>
      </Box>
    </Dialog>
  )
}

function sentenceOf(
  query: string,
  found: readonly FoundGroup[],
  isWhole: boolean,
  opened: SearchGroup | null,
): string {
  if (query.trim() === '') return hint
  if (!isWhole) return '正在整理项目和文件资料，页面已经可以查。'
  if (found.length === 0) return `没有找到“${query.trim()}”。换一个词，或只输入拼音首字母。`
  const whole = found.find(({ group }) => group === opened)
  const isCut = whole !== undefined && whole.total > whole.things.length
  return isCut ? `${searchGroups[whole.group]}只列出前 ${shownMany} 个，请再输入几个字。` : ''
}

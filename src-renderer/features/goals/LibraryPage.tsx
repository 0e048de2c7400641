import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { LibraryIndicator } from '#domain/library/indicator'
import { libraryIn, sectors } from '#domain/library/library'
import { searchLibrary } from '#domain/library/search'
import { useSession } from '#session'
import { BigTable } from '#ui/BigTable.tsx'
import { copyText } from '#ui/clipboard'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { encodeBlock } from '#ui/sheet-clipboard'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { LibraryDetail } from './LibraryDetail.tsx'
import { copyBlock, libraryColumns, sortEntries } from './library-columns.ts'
import { libraryInitials } from './library-initials.ts'

const filterKeys = ['sector', 'level', 'search'] as const

/** 指标库: all entries with their explanation; filters and order live in the address. */
export function LibraryPage() {
  const { say } = useToast()
  const { rules } = useSession()
  const library = useMemo(() => libraryIn(rules), [rules])
  const [address, setInAddress] = useAddress()
  const [widths, setWidths] = useState<Record<string, number>>({})
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState(0)
  const table = useRef<HTMLDivElement>(null)
  const [sector, level1, text] = filterKeys.map((key) => address.get(key) ?? '')
  const asked = useDeferredValue(text ?? '')
  const sort = { column: address.get('sort') ?? '', descending: address.get('order') === 'down' }
  const filtered = filterKeys.some((key) => (address.get(key) ?? '') !== '')

  const shown = useMemo(() => {
    const query = { text: asked, sector: sector ?? '', level1: level1 ?? '' }
    return sortEntries(searchLibrary(library, sectors, query, libraryInitials), sort.column, sort.descending)
  }, [library, asked, sector, level1, sort.column, sort.descending])
  const chosen = shown.filter((entry) => selected.has(entry.id))
  const entry = shown[current] ?? shown[0]

  /** Another selection is read from its top. */
  function select(changes: Record<string, string>) {
    setCurrent(0)
    setInAddress(changes)
  }

  function clear() {
    select(Object.fromEntries(filterKeys.map((key) => [key, ''])))
  }

  function copy() {
    if (copyText(encodeBlock(copyBlock(chosen))))
      say(`已复制 ${chosen.length} 条，可粘贴到任一目标的指标表，带表头也能识别。`)
    else say({ text: '系统没有接受复制，剪贴板没有变化。请再试一次。', severity: 'warning' })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="指标库" trail="绩效目标" note="全部条目均为本系统默认〔拟〕，指标值按项目实际填写">
        <Button variant="outlined" component={Link} to="/goals">
          回到台账
        </Button>
      </PageHead>
      <Box
        role="search"
        aria-label="筛选指标库"
        sx={{
          flex: 'none',
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 1,
          px: 3,
          py: 1.5,
          bgcolor: 'background.paper',
        }}
      >
        <FilterMenu
          label="行业"
          value={sector ?? ''}
          options={sectors.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => select({ sector: value })}
        />
        <FilterMenu
          label="级次"
          value={level1 ?? ''}
          options={rules.frame.map(({ name }) => ({ value: name, label: name }))}
          onChange={(value) => select({ level: value })}
        />
        {filtered && (
          <Button size="small" onClick={clear}>
            清除
          </Button>
        )}
        <Box sx={{ flex: 1 }} />
        <SearchField
          label="查找指标"
          placeholder="名称、行业、拼音首字母"
          value={text ?? ''}
          onChange={(value) => select({ search: value })}
          onLeave={() => table.current?.querySelector<HTMLElement>('[role=grid]')?.focus()}
        />
      </Box>
      <Box
        sx={{
          flex: 'none',
          display: 'flex',
          alignItems: 'center',
          gap: 5,
          minHeight: 36,
          px: 4,
          fontSize: 13,
          bgcolor: 'background.paper',
          borderTop: 1,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <span role="status">
          共 {shown.length} 条，{new Set(shown.map((each) => each.sector)).size} 个行业
          {chosen.length > 0 && `，已选 ${chosen.length} 条`}
        </span>
        <Box sx={{ flex: 1 }} />
        <Button size="small" disabled={chosen.length === 0} onClick={copy}>
          复制所选
        </Button>
      </Box>
      <Box ref={table} sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex' }}>
          <BigTable<LibraryIndicator>
            label="指标库"
            rows={shown}
            idOf={(row) => row.id}
            nameOf={(row) => row.name}
            columns={libraryColumns}
            widths={widths}
            onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
            sort={sort}
            onSort={(next) => select({ sort: next.column, order: next.descending ? 'down' : '' })}
            selected={new Set(chosen.map((row) => row.id))}
            onSelect={setSelected}
            current={current}
            onCurrent={setCurrent}
            onOpen={(row) => setCurrent(shown.indexOf(row))}
            onLeave={() => (selected.size > 0 ? setSelected(new Set()) : clear())}
            empty={
              <EmptyState text="指标库里没有找到。换一个词，或清除筛选再找。">
                <Button variant="outlined" onClick={clear}>
                  清除筛选
                </Button>
              </EmptyState>
            }
          />
        </Box>
        {entry && (
          <Box
            component="aside"
            aria-label="指标说明"
            sx={{
              width: 320,
              flex: 'none',
              overflow: 'auto',
              p: 3,
              bgcolor: colours.surface,
              borderLeft: `1px solid ${colours.line}`,
            }}
          >
            <Box sx={{ fontWeight: 600, mb: 2 }}>{entry.name}</Box>
            <LibraryDetail entry={entry} />
          </Box>
        )}
      </Box>
    </Box>
  )
}

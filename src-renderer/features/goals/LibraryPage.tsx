import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { LibraryIndicator } from '#domain/library/indicator'
import { commonSector, sectors } from '#domain/library/library'
import {
  emptyOwn,
  type OwnContent,
  type OwnIndicator,
  ownContent,
  ownEntry,
} from '#domain/library/own-indicator'
import { type Origin, searchLibrary } from '#domain/library/search'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { nextId } from '#storage/stamp'
import { BigTable, type Sort } from '#ui/BigTable.tsx'
import { copyText } from '#ui/clipboard'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { encodeBlock } from '#ui/sheet-clipboard'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { filterKeys, type LibraryFilter, LibraryFilters } from './LibraryFilters.tsx'
import { ShippedPanel } from './LibrarySide.tsx'
import { copyBlock, libraryColumns, sortEntries } from './library-columns.tsx'
import { libraryInitials } from './library-initials.ts'
import { NewIndicatorPanel } from './NewIndicatorPanel.tsx'
import { OwnIndicatorPanel } from './OwnIndicatorPanel.tsx'
import { useLibrary, useLiveCitations } from './use-library.ts'

/** A new indicator as far as it is filled in; it stays while other entries are looked at. */
type Fresh = { id: string; content: OwnContent; shown: boolean }

function originIn(text: string): Origin | '' {
  return text === 'own' || text === 'shipped' ? text : ''
}

/** 指标库: all entries with their explanation, and the county's own with their road; filters live in the address. */
export function LibraryPage() {
  const { by } = useSession()
  const { own, library, ready } = useLibrary()
  const cited = useLiveCitations()
  const [address, setInAddress] = useAddress()
  const [widths, setWidths] = useState<Record<string, number>>({})
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [currentId, setCurrentId] = useState('')
  const [fresh, setFresh] = useState<Fresh | null>(null)
  const table = useRef<HTMLDivElement>(null)
  const filter = Object.fromEntries(filterKeys.map((key) => [key, address.get(key) ?? ''])) as LibraryFilter // its keys are these
  const sort = { column: address.get('sort') ?? '', descending: address.get('order') === 'down' }

  const ownById = useMemo(() => new Map(own.map((each) => [each.id, each])), [own])
  const columns = useMemo(() => libraryColumns(ownById), [ownById])
  const shown = useShown({ own, ownById, library }, filter, sort)
  const chosen = shown.filter((entry) => selected.has(entry.id))
  const current = Math.max(
    0,
    shown.findIndex(({ id }) => id === currentId),
  )
  const entry = shown[current]
  const proposes = may(by, 'propose-indicator')
  // The panel of one of the county's own has the next step; one primary action a page.
  const hasOwnStep = fresh?.shown || ownById.has(entry?.id ?? '')

  /** Another selection is read from its top. */
  function select(changes: Record<string, string>) {
    look('')
    setInAddress(changes)
  }

  function look(id: string) {
    setCurrentId(id)
    setFresh((before) => before && { ...before, shown: false })
  }

  function clear() {
    select(Object.fromEntries(filterKeys.map((key) => [key, ''])))
  }

  /** A new one; what was begun before is gone on with, unless another entry is to be its beginning. */
  function begin(from: LibraryIndicator | null) {
    setFresh((before) => {
      if (from) return { id: nextId(), content: ownContent(from), shown: true }
      return {
        ...(before ?? { id: nextId(), content: emptyOwn(filter.sector || commonSector) }),
        shown: true,
      }
    })
  }

  function side() {
    if (fresh?.shown) {
      return (
        <NewIndicatorPanel
          key={fresh.id}
          id={fresh.id}
          content={fresh.content}
          library={library}
          onChange={(patch) =>
            setFresh((before) => before && { ...before, content: { ...before.content, ...patch } })
          }
          onProposed={({ id }) => {
            setFresh(null)
            setCurrentId(id)
          }}
          onCancel={() => setFresh(null)}
        />
      )
    }
    if (!entry) return null
    const mine = ownById.get(entry.id)
    if (mine) return <OwnIndicatorPanel key={mine.id} own={mine} library={library} cited={cited} />
    return <ShippedPanel entry={entry} cited={cited} onAdapt={proposes ? () => begin(entry) : null} />
  }

  if (!ready) return null
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="指标库" trail="绩效目标" note="本系统默认的条目均为〔拟〕，指标值按项目实际填写">
        <Button variant="outlined" component={Link} to="/goals">
          返回台账
        </Button>
        {proposes && (
          <Button variant={hasOwnStep ? 'outlined' : 'contained'} onClick={() => begin(null)}>
            {fresh && !fresh.shown ? '继续填写' : '新建个性指标'}
          </Button>
        )}
      </PageHead>
      <LibraryFilters
        filter={filter}
        own={own}
        onChange={select}
        onClear={clear}
        onLeaveSearch={() => table.current?.querySelector<HTMLElement>('[role=grid]')?.focus()}
      />
      <FoundLine shown={shown} chosen={chosen} />
      <Box ref={table} sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex' }}>
          <BigTable<LibraryIndicator>
            label="指标库"
            rows={shown}
            idOf={(row) => row.id}
            nameOf={(row) => row.name}
            columns={columns}
            widths={widths}
            onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
            sort={sort}
            onSort={(next) => select({ sort: next.column, order: next.descending ? 'down' : '' })}
            selected={new Set(chosen.map((row) => row.id))}
            onSelect={setSelected}
            current={current}
            onCurrent={(index) => look(shown[index]?.id ?? '')}
            onOpen={(row) => look(row.id)}
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
        {side()}
      </Box>
    </Box>
  )
}

type Entries = {
  own: readonly OwnIndicator[]
  ownById: ReadonlyMap<string, OwnIndicator>
  library: readonly LibraryIndicator[]
}

/** Both the shipped and the county's own, those on their way too, as the filters leave them. */
function useShown(
  { own, ownById, library }: Entries,
  { search, sector, level, origin, state }: LibraryFilter,
  sort: Sort,
): readonly LibraryIndicator[] {
  const { rules } = useSession()
  return useMemo(() => {
    const onTheirWay = own.filter((each) => each.state !== 'confirmed').map((each) => ownEntry(each, rules))
    const query = { text: search, sector, level1: level, origin: originIn(origin) }
    const found = searchLibrary([...onTheirWay, ...library], sectors, query, libraryInitials)
    const wanted = found.filter((each) => state === '' || ownById.get(each.id)?.state === state)
    return sortEntries(wanted, ownById, sort.column, sort.descending)
  }, [own, ownById, library, rules, search, sector, level, origin, state, sort.column, sort.descending])
}

/** How many were found, and the chosen ones to take along. */
function FoundLine({
  shown,
  chosen,
}: {
  shown: readonly LibraryIndicator[]
  chosen: readonly LibraryIndicator[]
}) {
  const { say } = useToast()

  function copy() {
    if (copyText(encodeBlock(copyBlock(chosen))))
      say(`已复制 ${chosen.length} 条，可粘贴到任一目标的指标表，带表头也能识别。`)
    else say({ text: '系统没有接受复制，剪贴板没有变化。请再试一次。', severity: 'warning' })
  }

  return (
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
  )
}

import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { desktop } from '#desktop'
import {
  type BoardRow,
  boardRows,
  boardStates,
  codesOwing,
  expectedOf,
  type Subject,
  subjects,
  toRemind,
} from '#domain/exchange/board'
import type { PackageRecord } from '#domain/exchange/package'
import { packageReminderText } from '#domain/exchange/reminder'
import type { Station } from '#domain/exchange/station'
import type { Round } from '#domain/monitoring/round'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import { allPackages, ownStation } from '#storage/exchange'
import { localDay } from '#storage/local-day'
import { monitoringLines } from '#storage/monitoring-lines'
import { roundsOf } from '#storage/monitorings'
import { BigTable } from '#ui/BigTable.tsx'
import { copyText } from '#ui/clipboard'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FigureLine } from '#ui/FigureLine.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { BoardFilters } from './BoardFilters.tsx'
import { boardColumns } from './board-columns.tsx'
import { SentBoard } from './SentBoard.tsx'

type Read = {
  station: Station | null
  packages: readonly PackageRecord[]
  units: readonly Unit[]
  rounds: readonly Round[]
}

/** 收发看板: who has reported, and what became of what was sent from here. */
export function BoardPage() {
  const { book } = useSession()
  const read = useLiveQuery(async (): Promise<Read> => {
    const [station, packages] = [await ownStation(), await allPackages()]
    return { station, packages, units: await unitsOf(book.id), rounds: await roundsOf(book.id) }
  }, [book.id])
  if (!read) return null
  const level = read.station?.level ?? book.identity.level
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      {level === 'unit' ? (
        <SentBoard packages={read.packages.filter(({ bookId }) => bookId === book.id)} />
      ) : (
        <Collecting {...read} />
      )}
    </Box>
  )
}

function Collecting({ station, packages, units, rounds }: Read) {
  const { book } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const [current, setCurrent] = useState(-1)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [widths, setWidths] = useState<Record<string, number>>({})
  const [now] = useState(() => new Date().toISOString())
  const subject =
    (Object.keys(subjects) as Subject[]).find((each) => each === address.get('subject')) ?? 'all' // the keys of the table
  const round = rounds.find(({ id }) => id === address.get('round')) ?? null
  const dueOn = address.get('due') || (subject === 'monitorings' ? (round?.dueOn ?? '') : '')
  const state = address.get('state') ?? ''
  const search = address.get('search') ?? ''
  const today = localDay(now)
  const place = station ?? book.identity
  const asked = subject === 'monitorings' ? round : null
  // Forms of counties lie in books of their own.
  const askedId = place.level === 'county' ? (asked?.id ?? '') : ''
  const forms = useLiveQuery(
    () => (askedId === '' ? [] : monitoringLines(book.id, askedId)),
    [book.id, askedId],
  )
  const rows = useMemo(
    () =>
      boardRows({
        expected: expectedOf(place, units),
        packages: packages.filter(({ year }) => year === book.year),
        ...{ subject, since: asked?.openedAt ?? '', dueOn, today, dayOf: localDay },
        owing: codesOwing(forms ?? [], units),
      }),
    [place, units, packages, book.year, subject, asked, forms, dueOn, today],
  )
  const shown = rows.filter(
    (row) =>
      (state === '' || row.state === state) &&
      (search === '' ||
        [row.party.name, row.party.department, row.party.unitCode].some((text) => text.includes(search))),
  )
  const columns = useMemo(() => boardColumns(place.level), [place.level])
  const owing = toRemind(rows)
  const what =
    subject === 'monitorings' && round
      ? `“${round.name}”`
      : subject === 'all'
        ? '预算绩效'
        : subjects[subject]

  function reminder() {
    return {
      office: (station?.name ?? book.identity.office).replace('（演示）', ''),
      ...{ year: book.year, what, dueOn, writtenOn: today, lines: owing.map(lineOf) },
    }
  }
  function letter() {
    attempt(async () => {
      const { packageReminderLetter } = await import('#reports/package-reminder')
      const saved = await desktop.saveFile(
        `${book.year}年度上报催报函.docx`,
        await packageReminderLetter(reminder()),
      )
      if (saved) say(`已生成催报函 ${saved.name}，存放在${saved.place}。`)
    })
  }
  function copy() {
    if (copyText(packageReminderText(reminder()))) say('催报文字已复制，可以直接粘贴到工作群或短信。')
  }
  function select(changes: Record<string, string>) {
    setCurrent(-1)
    setInAddress(changes)
  }

  return (
    <>
      <PageHead title="收发看板" trail="数据交换">
        <Button color="inherit" disabled={owing.length === 0} onClick={copy}>
          复制催报文字
        </Button>
        <Button variant="outlined" disabled={owing.length === 0} onClick={letter}>
          生成催报函
        </Button>
        <Button variant="contained" component={Link} to="/exchange/receive">
          接收数据包
        </Button>
      </PageHead>
      <BoardFilters {...{ subject, rounds, round, dueOn, state, search }} onChange={select} />
      <FigureLine figures={figuresOf(rows)} count={shown.length} selected={selected.size} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <BigTable<BoardRow>
          label="上报情况"
          rows={shown}
          idOf={({ key }) => key}
          nameOf={({ party }) => party.name}
          columns={columns}
          widths={widths}
          onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
          sort={{ column: '', descending: false }}
          onSort={() => setCurrent(-1)}
          selected={selected}
          onSelect={setSelected}
          current={current}
          onCurrent={setCurrent}
          onOpen={({ latest }) => latest && void navigate(`/exchange/packages/${latest.id}`)}
          empty={
            <EmptyState
              text={
                rows.length === 0
                  ? '账套里还没有应当上报的单位。请先在“设置 › 单位”里录入或导入单位。'
                  : '没有符合筛选条件的单位。'
              }
            />
          }
        />
      </Box>
    </>
  )
}

function lineOf({ party, state }: BoardRow) {
  const word = state === 'refused' ? ('退回未重报' as const) : ('未报' as const)
  return { department: party.department, name: party.name, state: word }
}

function figuresOf(rows: readonly BoardRow[]) {
  const count = (...states: BoardRow['state'][]) => rows.filter(({ state }) => states.includes(state)).length
  const unit = '个'
  return [
    { name: '应报', value: String(rows.length), unit },
    { name: '已接收', value: `${count('received', 'partly')}/${rows.length}`, unit: '' },
    { name: boardStates.missing, value: String(count('missing', 'late')), unit },
    { name: boardStates.refused, value: String(count('refused')), unit },
  ]
}

import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { proposeApplications } from '#actions/propose-applications'
import type { Application } from '#domain/applications/application'
import { type Candidate, isTaken } from '#domain/applications/propose'
import { measuresText, type SourceKind, sourceKinds } from '#domain/applications/rules'
import { scoreText } from '#domain/evaluation/points'
import { objectKinds } from '#domain/goals/goal'
import { addUp, formatWan } from '#domain/money'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { applicationCandidates } from '#storage/applications'
import { localToday } from '#storage/local-day'
import { BigTable, type Column } from '#ui/BigTable.tsx'
import { EscapeNote } from '#ui/ConfirmDialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { ChoiceField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useCarefulClose } from '#ui/use-careful-close'
import { ResultMark } from './ApplicationMark.tsx'
import { shortSources } from './application-columns.tsx'

const degrees = { calls: '应当应用的', all: '全部结果' } as const
type Degree = keyof typeof degrees
const keyOf = ({ source }: Candidate) => `${source.kind} ${source.id}`

/** 这些结果应当应用: results that are not applied yet, with what the rules propose; those that have to be are ticked. */
export function ProposeDialog(props: {
  known: readonly Application[]
  units: readonly Unit[]
  onClose: () => void
  onDone: () => void
}) {
  const { known, units } = props
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const [today] = useState(localToday)
  const [degree, setDegree] = useState<Degree>('calls')
  const [source, setSource] = useState<SourceKind | ''>('')
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState(-1)
  const [widths, setWidths] = useState<Record<string, number>>({})
  const found = useLiveQuery(() => applicationCandidates(book, today, rules), [book, today, rules])
  const open = useMemo(() => (found ?? []).filter((each) => !isTaken(each, known)), [found, known])
  const rows = useMemo(
    () =>
      open.filter(
        (each) => (degree === 'all' || each.ground.calls) && (source === '' || each.source.kind === source),
      ),
    [open, degree, source],
  )
  // Ticked is what has to be applied, unless a person turned it.
  const ticked = rows.filter((each) => each.ground.calls !== turned.has(keyOf(each)))
  const columns = useMemo(() => columnsOf(units), [units])

  function propose() {
    attempt(async () => {
      const made = await proposeApplications(book.id, ticked, by)
      say(`已列入 ${made.length} 项应用建议，核对后送预算科。`)
      props.onDone()
    })
  }
  function select(ids: ReadonlySet<string>) {
    setTurned((before) => {
      const next = new Set(before)
      for (const each of rows) {
        const key = keyOf(each)
        if (ids.has(key) === each.ground.calls) next.delete(key)
        else next.add(key)
      }
      return next
    })
  }

  const { isAsked, dialog } = useCarefulClose(true, props.onClose)
  return (
    <Dialog open {...dialog} maxWidth="lg" fullWidth aria-labelledby="apply-title">
      <DialogTitle id="apply-title">提出结果应用建议</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2, height: 'min(600px, 74vh)' }}>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'end' }}>
          <Box sx={{ width: 150 }}>
            <ChoiceField
              label="范围"
              value={degree}
              choices={degrees}
              onCommit={(next) => setDegree(next || 'calls')}
            />
          </Box>
          <Box sx={{ width: 150 }}>
            <ChoiceField
              label="来源"
              value={source}
              choices={sourceKinds}
              blank="全部来源"
              onCommit={setSource}
            />
          </Box>
          <Box role="status" sx={{ flex: 1, fontSize: 13, color: 'text.secondary', lineHeight: '32px' }}>
            {found &&
              `还没有应用的结果 ${rows.length} 项，已勾选 ${ticked.length} 项，建议增减 ${formatWan(addUp(ticked.map(({ proposedChange }) => proposedChange)))} 万元。`}
          </Box>
        </Box>
        <Box
          sx={{ flex: 1, minHeight: 0, display: 'flex', border: 1, borderColor: 'divider', borderRadius: 1 }}
        >
          <BigTable<Candidate>
            label="应当应用的结果"
            rows={rows}
            idOf={keyOf}
            nameOf={({ name }) => name}
            columns={columns}
            widths={widths}
            onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
            sort={{ column: '', descending: false }}
            onSort={() => undefined}
            selected={new Set(ticked.map(keyOf))}
            onSelect={select}
            current={current}
            onCurrent={setCurrent}
            onOpen={(each) => {
              const keys = ticked.map(keyOf)
              const key = keyOf(each)
              select(new Set(keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key]))
            }}
            empty={
              <EmptyState
                text={
                  found
                    ? '没有还未应用的结果。评价出结论、自评汇总、监控处置或评估有结论后，会列在这里。'
                    : '正在按规则核对各环节的结果。'
                }
              />
            }
          />
        </Box>
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
          规则只提出建议，列入后可逐项修改。依据：巴财〔2020〕38号
          三（二）5；压减幅度为本系统缺省〔拟〕，以本级办法为准。
        </Box>
      </DialogContent>
      <DialogActions>
        {isAsked && <EscapeNote />}
        <Button onClick={props.onClose}>取消</Button>
        <Button variant="contained" disabled={ticked.length === 0} onClick={propose}>
          列入 {ticked.length} 项
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function columnsOf(units: readonly Unit[]): Column<Candidate>[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit.name]))
  const unitName = ({ unitId }: Candidate) => unitById.get(unitId) ?? ''
  const plain = { sortable: false } as const
  return [
    {
      ...{ ...plain, id: 'name', title: '对象名称', width: 210, grow: 2 },
      cell: ({ name }) => name,
      hover: ({ name, kind }) => `${objectKinds[kind]}：${name}`,
    },
    {
      ...{ ...plain, id: 'unit', title: '单位', width: 130, grow: 1 },
      cell: (each) => <NameEnd text={unitName(each)} />,
      hover: unitName,
    },
    {
      ...{ ...plain, id: 'result', title: '结果', width: 150 },
      cell: ({ source }) => (
        <>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {shortSources[source.kind]}
          </Box>{' '}
          <ResultMark result={source.result} points={source.score === null ? '' : scoreText(source.score)} />
        </>
      ),
      hover: ({ source }) => `${source.name}\n${source.said}`,
    },
    {
      ...{ ...plain, id: 'measures', title: '规则建议', width: 190, grow: 1 },
      cell: ({ proposed, rectify }) => `${measuresText(proposed)}${rectify ? '，并整改' : ''}`,
      hover: ({ reason, ground }) => `${reason}\n依据：${ground.clause}〔${ground.mark}〕`,
    },
    {
      ...{ ...plain, id: 'budget', title: '预算（万元）', width: 104, align: 'right' },
      cell: ({ budget }) => formatWan(budget),
    },
    {
      ...{ ...plain, id: 'change', title: '增减（万元）', width: 104, align: 'right' },
      cell: ({ proposedChange }) => formatWan(proposedChange),
    },
  ]
}

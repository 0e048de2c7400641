import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { proposeDisposals } from '#actions/propose-disposals'
import type { Disposal } from '#domain/disposals/disposal'
import { type Candidate, isTaken, withMeasure } from '#domain/disposals/propose'
import type { Measure } from '#domain/disposals/rules'
import { causeNames } from '#domain/disposals/words'
import { worstColour } from '#domain/monitoring/lights'
import type { Round } from '#domain/monitoring/round'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { candidatesIn } from '#storage/disposals'
import { BigTable, type Column } from '#ui/BigTable.tsx'
import { EscapeNote } from '#ui/ConfirmDialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ChoiceField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useCarefulClose } from '#ui/use-careful-close'
import { CauseMarks } from './DisposalMark.tsx'
import { MeasureChoice } from './MeasureChoice.tsx'

const degrees = { all: '全部', red: '有红灯的', yellow: '只有黄灯的' } as const
type Degree = keyof typeof degrees

/** 提出处置: what the rules propose for the reported forms of a round; the measure may be changed before it is listed. */
export function ProposeDialog(props: {
  rounds: readonly Round[]
  round: Round
  known: readonly Disposal[]
  units: readonly Unit[]
  onClose: () => void
  onDone: (roundId: string) => void
}) {
  const { known, units } = props
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const disposalRules = rules.monitoring.disposal
  const [roundId, setRoundId] = useState(props.round.id)
  const [degree, setDegree] = useState<Degree>('all')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<ReadonlyMap<string, Measure>>(new Map())
  const [current, setCurrent] = useState(-1)
  const [widths, setWidths] = useState<Record<string, number>>({})
  const found = useLiveQuery(() => candidatesIn(book.id, roundId, rules), [book.id, roundId, rules])
  const all = useMemo(
    () =>
      (found ?? [])
        .filter((candidate) => !isTaken(candidate, known))
        .map((candidate) => {
          const measure = chosen.get(candidate.goalId)
          return measure ? withMeasure(candidate, measure, disposalRules) : candidate
        }),
    [found, known, chosen, disposalRules],
  )
  const rows = useMemo(() => all.filter((candidate) => isOf(candidate, degree)), [all, degree])
  const ticked = rows.filter(({ goalId }) => !left.has(goalId))
  const columns = useMemo(
    () =>
      columnsOf(units, (goalId, measure) => setChosen((before) => new Map([...before, [goalId, measure]]))),
    [units],
  )

  function propose() {
    attempt(async () => {
      const made = await proposeDisposals(book.id, ticked, by)
      say(`已提出 ${made.length} 项处置建议，待监督与绩效管理科决定。`)
      props.onDone(roundId)
    })
  }
  function select(ids: ReadonlySet<string>) {
    setLeft((before) => {
      const next = new Set(before)
      for (const { goalId } of rows) {
        if (ids.has(goalId)) next.delete(goalId)
        else next.add(goalId)
      }
      return next
    })
  }

  const { isAsked, dialog } = useCarefulClose(true, props.onClose)
  return (
    <Dialog open {...dialog} maxWidth="lg" fullWidth aria-labelledby="propose-title">
      <DialogTitle id="propose-title">提出处置建议</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2, height: 'min(560px, 70vh)' }}>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'end' }}>
          <Box sx={{ width: 220 }}>
            <ChoiceField
              label="监控轮次"
              value={roundId}
              choices={Object.fromEntries(props.rounds.map(({ id, name }) => [id, name]))}
              onCommit={(id) => id !== '' && setRoundId(id)}
            />
          </Box>
          <Box sx={{ width: 140 }}>
            <ChoiceField
              label="预警程度"
              value={degree}
              choices={degrees}
              onCommit={(next) => setDegree(next || 'all')}
            />
          </Box>
          <Box role="status" sx={{ flex: 1, fontSize: 13, color: 'text.secondary', lineHeight: '32px' }}>
            {found && `有预警、还没有处置的已报项目 ${all.length} 个，已勾选 ${ticked.length} 个。`}
          </Box>
        </Box>
        <Box
          sx={{ flex: 1, minHeight: 0, display: 'flex', border: 1, borderColor: 'divider', borderRadius: 1 }}
        >
          <BigTable<Candidate>
            label="处置建议"
            rows={rows}
            idOf={({ goalId }) => goalId}
            nameOf={({ name }) => name}
            columns={columns}
            widths={widths}
            onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
            sort={{ column: '', descending: false }}
            onSort={() => undefined}
            selected={new Set(ticked.map(({ goalId }) => goalId))}
            onSelect={select}
            current={current}
            onCurrent={setCurrent}
            onOpen={({ goalId }) =>
              select(new Set(left.has(goalId) ? [...ticked.map((each) => each.goalId), goalId] : []))
            }
            empty={
              <EmptyState
                text={
                  found
                    ? '没有需要处置的项目：本轮还没有报来监控表，或报来的没有预警、已在处置中。'
                    : '正在按规则核对本轮的灯。'
                }
              />
            }
          />
        </Box>
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
          规则只提出建议，由监督与绩效管理科决定。依据：巴财〔2020〕38号
          三（二）2；建议与灯的对应关系为本系统缺省〔拟〕，可在规则包中查看。
        </Box>
      </DialogContent>
      <DialogActions>
        {isAsked && <EscapeNote />}
        <Button onClick={props.onClose}>取消</Button>
        <Button variant="contained" disabled={ticked.length === 0} onClick={propose}>
          提出 {ticked.length} 项
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function isOf({ causes }: Candidate, degree: Degree): boolean {
  const isRed = worstColour(causes.map(({ colour }) => colour)) === 'red'
  return degree === 'all' || isRed === (degree === 'red')
}

function columnsOf(
  units: readonly Unit[],
  onMeasure: (goalId: string, measure: Measure) => void,
): Column<Candidate>[] {
  const unitById = new Map(units.map((unit) => [unit.id, unit.name]))
  const unitName = ({ unitId }: Candidate) => unitById.get(unitId) ?? ''
  return [
    {
      id: 'name',
      title: '项目名称',
      width: 190,
      grow: 2,
      sortable: false,
      cell: ({ name }) => name,
      hover: ({ name }) => name,
    },
    { id: 'unit', title: '单位', width: 130, grow: 1, sortable: false, cell: unitName, hover: unitName },
    {
      id: 'causes',
      title: '预警',
      width: 230,
      grow: 1,
      sortable: false,
      cell: ({ causes }) => <CauseMarks causes={causes} />,
      hover: ({ causes }) => causes.map(({ kind, text }) => `${causeNames[kind]}：${text}`).join('\n'),
    },
    {
      id: 'measure',
      title: '处置措施',
      width: 186,
      sortable: false,
      cell: ({ goalId, name, measure, proposed }) => (
        <MeasureChoice
          hideLabel
          label={`${name}的处置措施`}
          value={measure}
          proposed={proposed}
          onCommit={(next) => onMeasure(goalId, next)}
        />
      ),
    },
  ]
}

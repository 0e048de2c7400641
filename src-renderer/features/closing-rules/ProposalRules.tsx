import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { proposalName } from '#domain/applications/own-rules'
import { cutText } from '#domain/applications/propose'
import { type Cut, type Measure, measures, measuresText, type ProposalRule } from '#domain/applications/rules'
import { CountField } from '#ui/CountField.tsx'
import { Ground, RuleTable, ruleCell } from '#ui/RuleTable.tsx'
import { ChoiceField } from '#ui/TextField.tsx'
import { useAddress } from '#ui/use-address'
import { type RulesPart, rebased, standing, withRow } from './closing-rules-part.ts'
import { GiveBack, GroundFields, RuleName, RulePane } from './parts.tsx'

const heads = [
  ['结果', 24],
  ['建议', 26],
  ['也可', 16],
  ['整改和必提', 12],
  ['依据', 22],
] as const

/** 应用规则 by object and grade: the table, and beside it the one that is open. */
export function ProposalRules({ shipped, wanted, readOnly, onChange }: RulesPart) {
  const [address, setInAddress] = useAddress()
  const rows = standing(shipped.applications.proposals, wanted.proposals)
  const open = rows.find(({ id }) => id === address.get('rule'))
  const was = shipped.applications.proposals.find(({ id }) => id === open?.id)
  const isOwn = (id: string) => wanted.proposals.some((row) => row.id === id)
  return (
    <>
      <Box
        component="section"
        aria-label="应用规则"
        tabIndex={0}
        sx={{ flex: 1, minWidth: 0, overflow: 'auto' }}
      >
        <RuleTable label="按对象和结果的应用规则" heads={heads}>
          {rows.map((row) => (
            <tr key={row.id}>
              <RuleName
                name={proposalName(row)}
                isOwn={isOwn(row.id)}
                isOpen={row === open}
                onOpen={() => setInAddress({ rule: row === open ? '' : row.id })}
              />
              <Box component="td" sx={ruleCell}>
                {measuresText(row.measures)}
                {row.cut && cutText(row.cut)}
              </Box>
              <Box component="td" sx={ruleCell}>
                {measuresText(row.others) || '—'}
              </Box>
              <Box component="td" sx={ruleCell}>
                {[row.rectify ? '整改' : '', row.calls ? '必提' : ''].filter(Boolean).join('、') || '—'}
              </Box>
              <Ground clause={row.clause} mark={row.mark} />
            </tr>
          ))}
        </RuleTable>
      </Box>
      {open && was && (
        <RulePane name={proposalName(open)}>
          <ProposalForm
            row={open}
            fitting={shipped.applications.measures.filter(({ kinds }) =>
              open.kinds.some((kind) => kinds.includes(kind)),
            )}
            readOnly={readOnly}
            onChange={(change) =>
              onChange({ proposals: withRow(wanted.proposals, rebased(open, change, was)) })
            }
          />
          <GiveBack
            isOwn={isOwn(open.id)}
            readOnly={readOnly}
            onBack={() => onChange({ proposals: wanted.proposals.filter(({ id }) => id !== open.id) })}
          />
        </RulePane>
      )}
    </>
  )
}

const uses = { proposed: '建议', other: '也可', no: '不用' } as const
type Use = keyof typeof uses

function ProposalForm(props: {
  row: ProposalRule
  fitting: readonly { id: Measure }[]
  readOnly: boolean
  onChange: (change: Partial<ProposalRule>) => void
}) {
  const { row, fitting, readOnly, onChange } = props
  const choiceOf = (id: Measure): Use =>
    row.measures.includes(id) ? 'proposed' : row.others.includes(id) ? 'other' : 'no'

  function use(id: Measure, as: Use) {
    const without = (list: readonly Measure[]) => list.filter((each) => each !== id)
    onChange({
      measures: as === 'proposed' ? [...without(row.measures), id] : without(row.measures),
      others: as === 'other' ? [...without(row.others), id] : without(row.others),
    })
  }

  return (
    <>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
        {fitting.map(({ id }) => (
          <ChoiceField<Use>
            key={id}
            label={measures[id]}
            value={choiceOf(id)}
            choices={uses}
            readOnly={readOnly}
            onCommit={(as) => as !== '' && use(id, as)}
          />
        ))}
      </Box>
      <CutFields cut={row.cut} readOnly={readOnly} onChange={(cut) => onChange({ cut })} />
      <Box>
        <Tick
          label="同时整改"
          value={row.rectify}
          readOnly={readOnly}
          onChange={(rectify) => onChange({ rectify })}
        />
        <Tick
          label="必须提出建议"
          value={row.calls}
          readOnly={readOnly}
          onChange={(calls) => onChange({ calls })}
        />
      </Box>
      <GroundFields of={row} readOnly={readOnly} onChange={onChange} />
    </>
  )
}

function Tick(props: {
  label: string
  value: boolean
  readOnly: boolean
  onChange: (value: boolean) => void
}) {
  return (
    <FormControlLabel
      label={props.label}
      control={
        <Checkbox
          size="small"
          checked={props.value}
          disabled={props.readOnly}
          onChange={(_event, checked) => props.onChange(checked)}
        />
      }
    />
  )
}

const newCut: Cut = { least: 10, most: 20, usual: 10 }

/** The share of the budget by which it is cut; a rule may give none. */
function CutFields(props: { cut: Cut | null; readOnly: boolean; onChange: (cut: Cut | null) => void }) {
  const { cut, readOnly, onChange } = props
  const fields = { least: '不低于（%）', most: '不高于（%）', usual: '建议（%）' } as const
  return (
    <Box>
      <Tick
        label="给出压减比例"
        value={cut !== null}
        readOnly={readOnly}
        onChange={(has) => onChange(has ? newCut : null)}
      />
      {cut && (
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr 1fr', gap: 1.5 }}>
          {(['least', 'most', 'usual'] as const).map((part) => (
            <CountField
              key={part}
              label={fields[part]}
              isNeeded
              value={cut[part]}
              readOnly={readOnly}
              onCommit={(value) => onChange({ ...cut, [part]: value })}
            />
          ))}
        </Box>
      )}
    </Box>
  )
}

import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { isDay } from '#domain/dates'
import {
  type Deadline,
  type DisclosureRule,
  disclosureItems,
  disclosureOwners,
  disclosurePlaces,
} from '#domain/disclosures/rules'
import { objectKinds } from '#domain/goals/goal'
import { CountField } from '#ui/CountField.tsx'
import { ReadField } from '#ui/ReadField.tsx'
import { Ground, RuleTable, ruleCell } from '#ui/RuleTable.tsx'
import { ChoiceField } from '#ui/TextField.tsx'
import { useAddress } from '#ui/use-address'
import { type RulesPart, rebased, standing, withRow } from './closing-rules-part.ts'
import { GiveBack, GroundFields, RuleName, RulePane } from './parts.tsx'

const heads = [
  ['信息', 22],
  ['对象', 16],
  ['在哪公开', 14],
  ['谁负责', 8],
  ['期限', 20],
  ['依据', 20],
] as const

/** The deadline in words: 批复后 20 天内. */
function deadlineText({ with: together, days, until }: Deadline): string {
  const day = `${Number(until.slice(0, 2))} 月 ${Number(until.slice(3))} 日`
  return together === 'budget'
    ? `批复后 ${days} 天内，批复日期不明的到当年 ${day}`
    : `次年 ${day}前，之后形成的 ${days} 天内`
}

/** 公开规则: what must be published where, by whom and when. */
export function DisclosureRules({ shipped, wanted, readOnly, onChange }: RulesPart) {
  const [address, setInAddress] = useAddress()
  const rows = standing(shipped.disclosure, wanted.disclosures)
  const open = rows.find(({ id }) => id === address.get('rule'))
  const was = shipped.disclosure.find(({ id }) => id === open?.id)
  const isOff = (id: string) => wanted.withoutDisclosures.includes(id)
  const isOwn = (id: string) => isOff(id) || wanted.disclosures.some((row) => row.id === id)
  return (
    <>
      <Box
        component="section"
        aria-label="公开规则"
        tabIndex={0}
        sx={{ flex: 1, minWidth: 0, overflow: 'auto' }}
      >
        <RuleTable label="公开规则" heads={heads}>
          {rows.map((row) => (
            <tr key={row.id}>
              <RuleName
                name={row.name}
                isOwn={isOwn(row.id)}
                isOpen={row === open}
                onOpen={() => setInAddress({ rule: row === open ? '' : row.id })}
              />
              <Box component="td" sx={ruleCell}>
                {disclosureItems[row.item]}：{row.kinds.map((kind) => objectKinds[kind]).join('、')}
              </Box>
              <Box component="td" sx={ruleCell}>
                {isOff(row.id) ? '不要求公开' : disclosurePlaces[row.place]}
              </Box>
              <Box component="td" sx={ruleCell}>
                {isOff(row.id) ? '—' : disclosureOwners[row.owner]}
              </Box>
              <Box component="td" sx={ruleCell}>
                {isOff(row.id) ? '—' : deadlineText(row.deadline)}
              </Box>
              <Ground clause={row.clause} mark={row.mark} />
            </tr>
          ))}
        </RuleTable>
      </Box>
      {open && was && (
        <RulePane name={open.name}>
          <FormControlLabel
            label="要求公开"
            control={
              <Checkbox
                size="small"
                checked={!isOff(open.id)}
                disabled={readOnly}
                onChange={(_event, isAsked) => {
                  const others = wanted.withoutDisclosures.filter((id) => id !== open.id)
                  onChange({ withoutDisclosures: isAsked ? others : [...others, open.id] })
                }}
              />
            }
          />
          <DisclosureForm
            row={open}
            readOnly={readOnly || isOff(open.id)}
            onChange={(change) =>
              onChange({ disclosures: withRow(wanted.disclosures, rebased(open, change, was)) })
            }
            onDeadline={(change) => {
              const deadline = rebased(open.deadline, change, was.deadline)
              onChange({ disclosures: withRow(wanted.disclosures, { ...open, deadline }) })
            }}
          />
          <GiveBack
            isOwn={isOwn(open.id)}
            readOnly={readOnly}
            onBack={() =>
              onChange({
                disclosures: wanted.disclosures.filter(({ id }) => id !== open.id),
                withoutDisclosures: wanted.withoutDisclosures.filter((id) => id !== open.id),
              })
            }
          />
        </RulePane>
      )}
    </>
  )
}

function DisclosureForm(props: {
  row: DisclosureRule
  readOnly: boolean
  onChange: (change: Partial<DisclosureRule>) => void
  onDeadline: (change: Partial<Deadline>) => void
}) {
  const { row, readOnly, onChange, onDeadline } = props
  const { deadline } = row
  const isWithBudget = deadline.with === 'budget'
  return (
    <>
      <ChoiceField
        label="在哪公开"
        value={row.place}
        choices={disclosurePlaces}
        readOnly={readOnly}
        onCommit={(place) => place !== '' && onChange({ place })}
      />
      <ChoiceField
        label="谁负责"
        value={row.owner}
        choices={disclosureOwners}
        readOnly={readOnly}
        onCommit={(owner) => owner !== '' && onChange({ owner })}
      />
      <GroundFields of={row} readOnly={readOnly} onChange={onChange} />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
        <CountField
          label={isWithBudget ? '批复后（天）' : '之后形成的（天）'}
          isNeeded
          value={deadline.days}
          readOnly={readOnly}
          onCommit={(days) => onDeadline({ days })}
        />
        <ReadField
          label={isWithBudget ? '批复不明的到（月-日）' : '次年（月-日）前'}
          align="right"
          value={deadline.until}
          readOnly={readOnly}
          take={(text) => {
            const until = text.normalize('NFKC').trim()
            if (!isDay(`2025-${until}`)) return '没有保存。请填月和日，如 06-30。'
            onDeadline({ until })
            return ''
          }}
        />
      </Box>
      <GroundFields of={deadline} label="期限的依据" readOnly={readOnly} onChange={onDeadline} />
    </>
  )
}

import Box from '@mui/material/Box'
import { type ObjectKind, type Operator, objectKinds, operators } from '#domain/goals/goal'
import { type Standard, standards } from '#domain/library/indicator'
import { sectors } from '#domain/library/library'
import { kindsOf, type OwnContent, ownLevels } from '#domain/library/own-indicator'
import { type Problem, problemsAt } from '#domain/problem'
import { useSession } from '#session'
import { keepFocus } from '#ui/keep-focus'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { OwnReferences } from './OwnReferences.tsx'

type Sign = Exclude<Operator, ''>
/** A list of words as choices that stand for themselves. */
function choicesOf<Key extends string>(keys: readonly Key[]): Record<Key, string> {
  const pairs: Record<string, string> = Object.fromEntries(keys.map((key) => [key, key]))
  return pairs as Record<Key, string> // fromEntries forgets the keys
}
const signs = choicesOf(operators.filter((each): each is Sign => each !== ''))
const standardChoices = choicesOf<Standard>(standards)
const sectorChoices = Object.fromEntries(sectors.map(({ id, name }) => [id, name]))

/** The fields of 个性指标 in the order of the 101号 table. */
export function OwnIndicatorForm(props: {
  content: OwnContent
  problems: readonly Problem[]
  onChange: (patch: Partial<OwnContent>) => void
}) {
  const { content, onChange } = props
  const { rules } = useSession()
  const at = (field: string) => problemsAt(props.problems, field)
  const levels = ownLevels(content, rules)
  const upper = rules.frame.find((level) => level.name === levels.level1)

  /** Another level 1 has other second levels; the only one needs no choice. */
  function chooseLevel1(level1: string) {
    const below = rules.frame.find((level) => level.name === level1)?.level2 ?? []
    onChange({ level1, level2: below.length === 1 ? (below[0]?.name ?? '') : '' })
  }

  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '8px 12px' }}>
      <TextField
        label="指标名称"
        required
        wide
        value={content.name}
        problems={at('name')}
        onCommit={(name) => onChange({ name: name.trim() })}
      />
      <ChoiceField
        label="一级指标"
        value={levels.level1}
        choices={choicesOf(rules.frame.map(({ name }) => name))}
        blank="请选择"
        problems={at('level1')}
        onCommit={chooseLevel1}
      />
      <ChoiceField
        label="二级指标"
        value={levels.level2}
        choices={choicesOf(upper?.level2.map(({ name }) => name) ?? [])}
        blank="请选择"
        problems={at('level2')}
        onCommit={(level2) => onChange({ level1: levels.level1, level2 })}
      />
      <ChoiceField
        label="行业"
        value={content.sector}
        choices={sectorChoices}
        problems={at('sector')}
        onCommit={(sector) => onChange({ sector })}
      />
      <ChoiceField
        label="性质"
        value={content.operator}
        choices={signs}
        blank="请选择"
        problems={at('operator')}
        onCommit={(operator) => onChange({ operator })}
      />
      <TextField
        label="常用值"
        hint="可不填"
        align="right"
        value={content.value}
        onCommit={(value) => onChange({ value: value.trim() })}
      />
      <TextField
        label="计量单位"
        value={content.unit}
        problems={at('unit')}
        onCommit={(unit) => onChange({ unit: unit.trim() })}
      />
      <TextField
        label="指标解释"
        lines={2}
        value={content.explanation}
        problems={at('explanation')}
        onCommit={(explanation) => onChange({ explanation })}
      />
      <OwnReferences
        references={content.references}
        problems={props.problems}
        standard={content.standard}
        onChange={(references) => onChange({ references })}
      />
      <ChoiceField
        label="设定依据"
        value={content.standard}
        choices={standardChoices}
        onCommit={(standard) => standard && onChange({ standard })}
      />
      <TextField
        label="取值方式"
        placeholder="如：直接证明法"
        value={content.method}
        onCommit={(method) => onChange({ method })}
      />
      <TextField
        label="数据来源"
        wide
        placeholder="如：林业部门业务统计"
        value={content.source}
        onCommit={(source) => onChange({ source })}
      />
      <TextField
        label="佐证资料"
        wide
        placeholder="如：验收报告、现场照片"
        value={content.evidence}
        onCommit={(evidence) => onChange({ evidence })}
      />
      <TextField
        label="评分规则"
        lines={2}
        value={content.scoring}
        onCommit={(scoring) => onChange({ scoring })}
      />
      <Kinds kinds={content.kinds} problems={at('kinds')} onChange={(kinds) => onChange({ kinds })} />
    </Box>
  )
}

function Kinds(props: {
  kinds: readonly ObjectKind[]
  problems: readonly Problem[]
  onChange: (kinds: readonly ObjectKind[]) => void
}) {
  const all = Object.keys(objectKinds) as ObjectKind[] // the keys of the table
  function toggle(kind: ObjectKind, on: boolean) {
    props.onChange(
      kindsOf(new Set(on ? [...props.kinds, kind] : props.kinds.filter((each) => each !== kind))),
    )
  }
  return (
    <Box
      component="fieldset"
      onMouseDown={keepFocus}
      sx={{ gridColumn: '1 / -1', m: 0, p: 0, border: 0, fontSize: 13, '& legend': { fontSize: 12 } }}
    >
      <Box component="legend" sx={{ color: colours.secondary }}>
        适用对象
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 12px' }}>
        {all.map((kind) => (
          <Box component="label" key={kind} sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
            <input
              type="checkbox"
              checked={props.kinds.includes(kind)}
              onChange={(event) => toggle(kind, event.target.checked)}
            />
            {objectKinds[kind]}
          </Box>
        ))}
      </Box>
      {props.problems.map(({ message }) => (
        <Box key={message} sx={{ fontSize: 12, color: colours.alarm }}>
          ■ {message}
        </Box>
      ))}
    </Box>
  )
}

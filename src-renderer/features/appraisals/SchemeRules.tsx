import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { Scheme } from '#domain/appraisals/scheme'
import { CountField } from '#ui/CountField.tsx'
import { PointsField } from '#ui/PointsField.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { cardStyle } from './ItemPane.tsx'
import type { SchemeChange } from './SchemeEditor.tsx'

const most = 10_000

type Given = { scheme: Scheme; readOnly: boolean; onChange: SchemeChange }

/** 加分、扣分、等次、分组 and days of a scheme. */
export function SchemeRules(props: Given) {
  return (
    <>
      <Box sx={cardStyle}>
        <Typography variant="h2" sx={{ fontSize: 15 }}>
          加分和扣分
        </Typography>
        <Bonuses {...props} />
        <Deductions {...props} />
      </Box>
      <Box sx={cardStyle}>
        <Typography variant="h2" sx={{ fontSize: 15 }}>
          等次和名额
        </Typography>
        <Grades {...props} />
        <Announcing {...props} />
        <RankGroups {...props} />
      </Box>
    </>
  )
}

function Bonuses({ scheme, readOnly, onChange }: Given) {
  return (
    <>
      <Box sx={{ display: 'grid', gridTemplateColumns: '120px', gap: 3 }}>
        <PointsField
          label="加分最多"
          most={most}
          value={scheme.bonusCap}
          readOnly={readOnly}
          onCommit={(bonusCap) => onChange(() => ({ bonusCap: bonusCap ?? 0 }))}
        />
      </Box>
      {scheme.bonuses.map((rule, index) => (
        <Box key={rule.id} sx={rowStyle}>
          <TextField
            label="加分情形"
            value={rule.name}
            readOnly={readOnly}
            onCommit={(name) =>
              onChange((before) => ({ bonuses: before.bonuses.with(index, { ...rule, name }) }))
            }
          />
          <PointsField
            label="每次加分"
            most={most}
            value={rule.each}
            readOnly={readOnly}
            onCommit={(each) =>
              onChange((before) => ({ bonuses: before.bonuses.with(index, { ...rule, each: each ?? 0 }) }))
            }
          />
        </Box>
      ))}
    </>
  )
}

function Deductions({ scheme, readOnly, onChange }: Given) {
  return scheme.deductions.map((rule, index) => (
    <Box key={rule.id} sx={rowStyle}>
      <TextField
        label="扣分情形"
        value={rule.name}
        readOnly={readOnly}
        onCommit={(name) =>
          onChange((before) => ({ deductions: before.deductions.with(index, { ...rule, name }) }))
        }
      />
      <PointsField
        label="每次扣分"
        most={most}
        value={rule.each}
        readOnly={readOnly}
        onCommit={(each) =>
          onChange((before) => ({
            deductions: before.deductions.with(index, { ...rule, each: each ?? 0 }),
          }))
        }
      />
      <CountField
        label="降几档"
        value={rule.lowers}
        readOnly={readOnly}
        onCommit={(lowers) =>
          onChange((before) => ({
            deductions: before.deductions.with(index, { ...rule, lowers: lowers ?? 0 }),
          }))
        }
      />
    </Box>
  ))
}

function Grades({ scheme, readOnly, onChange }: Given) {
  return scheme.grades.map((grade, index) => (
    <Box key={grade.id} sx={rowStyle}>
      <TextField
        label="等次"
        value={grade.name}
        readOnly={readOnly}
        onCommit={(name) => onChange((before) => ({ grades: before.grades.with(index, { ...grade, name }) }))}
      />
      <PointsField
        label="不低于（分）"
        most={20_000}
        value={grade.from}
        readOnly={readOnly}
        onCommit={(from) =>
          onChange((before) => ({ grades: before.grades.with(index, { ...grade, from: from ?? 0 }) }))
        }
      />
      <PointsField
        label="名额不超过（%）"
        most={10_000}
        value={grade.quota}
        readOnly={readOnly}
        onCommit={(quota) =>
          onChange((before) => ({ grades: before.grades.with(index, { ...grade, quota }) }))
        }
      />
    </Box>
  ))
}

/** How places are counted, how long one may object, and from when a difference is told. */
function Announcing({ scheme, readOnly, onChange }: Given) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr 1fr', gap: 3 }}>
      <ChoiceField
        label="名额怎么算"
        value={scheme.quotaScope}
        choices={{ all: '按全部对象', group: '按每个分组' }}
        readOnly={readOnly}
        onCommit={(quotaScope) => quotaScope !== '' && onChange(() => ({ quotaScope }))}
      />
      <CountField
        label="征求意见（工作日）"
        value={scheme.objectionDays}
        readOnly={readOnly}
        onCommit={(days) => onChange(() => ({ objectionDays: days ?? 0 }))}
      />
      <PointsField
        label="列出偏差超过分值多少（%）的"
        most={10_000}
        value={scheme.deviationShare}
        readOnly={readOnly}
        onCommit={(deviationShare) => onChange(() => ({ deviationShare: deviationShare ?? 0 }))}
      />
    </Box>
  )
}

function RankGroups({ scheme, readOnly, onChange }: Given) {
  // By its name, which is written here, a group would be another one with every change.
  const places = scheme.rankGroups.map((group, index) => ({ group, index }))
  return places.map(({ group, index }) => (
    <Box key={index} sx={{ display: 'grid', gridTemplateColumns: '160px 1fr', gap: 3 }}>
      <TextField
        label="排名分组"
        value={group.name}
        readOnly={readOnly}
        onCommit={(name) =>
          onChange((before) => ({ rankGroups: before.rankGroups.with(index, { ...group, name }) }))
        }
      />
      <TextField
        label="包含的代码"
        hint="空的收其余"
        value={group.members.join('、')}
        readOnly={readOnly}
        onCommit={(text) =>
          onChange((before) => ({
            rankGroups: before.rankGroups.with(index, {
              ...group,
              members: text.split(/[、,，\s]+/).filter(Boolean),
            }),
          }))
        }
      />
    </Box>
  ))
}

const rowStyle = { display: 'grid', gridTemplateColumns: '1fr 120px 120px', gap: 3 } as const

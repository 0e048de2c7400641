import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { fullPoints, type Scheme, schemeTargets } from '#domain/appraisals/scheme'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { cardStyle } from './ItemPane.tsx'
import { SchemeMark } from './parts.tsx'
import type { SchemeChange } from './SchemeEditor.tsx'
import { emptyGroup, withGroup } from './scheme-edits.ts'

type Given = { scheme: Scheme; readOnly: boolean; onChange: SchemeChange }

/** What the scheme is called, whom it measures, and where it comes from. */
export function SchemeHead(props: Given) {
  const { scheme, readOnly, onChange } = props
  return (
    <Box sx={cardStyle}>
      <Box
        sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 140px auto', gap: 3, alignItems: 'end' }}
      >
        <TextField
          label="名称"
          readOnly={readOnly}
          value={scheme.name}
          onCommit={(name) => name.trim() !== '' && onChange(() => ({ name: name.trim() }))}
        />
        <ChoiceField
          label="考核谁"
          value={scheme.target}
          choices={schemeTargets}
          readOnly={readOnly}
          onCommit={(target) => target !== '' && onChange(() => ({ target }))}
        />
        <Box sx={{ fontSize: 13, lineHeight: '32px', whiteSpace: 'nowrap' }}>
          {readOnly && scheme.state === 'draft' ? '自带' : <SchemeMark state={scheme.state} />} 第{' '}
          {scheme.version} 版，合计 {fullPoints(scheme) / 100} 分
        </Box>
      </Box>
      <Box sx={{ fontSize: 12, color: colours.secondary }}>
        依据：{scheme.clause}〔{scheme.mark}〕{scheme.approvedBy !== '' && `；${scheme.approvedBy}审定`}
      </Box>
    </Box>
  )
}

/** 一级指标: their names; what they are worth follows from their items. */
export function SchemeGroups({ scheme, readOnly, onChange }: Given) {
  return (
    <Box sx={cardStyle}>
      {!readOnly && (
        <Button
          variant="outlined"
          size="small"
          onClick={() => {
            // One group, however often the patch is run.
            const added = emptyGroup()
            onChange(({ groups }) => ({ groups: [...groups, added] }))
          }}
          sx={{ justifySelf: 'start' }}
        >
          加一级指标
        </Button>
      )}
      {scheme.groups.map((group) => (
        <Box
          key={group.id}
          sx={{ display: 'grid', gridTemplateColumns: '1fr 120px', gap: 3, alignItems: 'end' }}
        >
          <TextField
            label="一级指标"
            value={group.name}
            readOnly={readOnly}
            onCommit={(name) => onChange(({ groups }) => ({ groups: withGroup(groups, group.id, { name }) }))}
          />
          <Box sx={{ fontSize: 13, lineHeight: '32px' }}>{group.points / 100} 分</Box>
        </Box>
      ))}
    </Box>
  )
}

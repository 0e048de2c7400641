import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { type Problem, problemsAt } from '#domain/problem'
import { boards, type RegulationContent, stages } from '#domain/regulations'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useFirstField } from '#ui/use-first-field'
import { RegulationFiles } from './RegulationFiles.tsx'

/** One document of the register; every field is kept when it is left. */
export function RegulationPanel(props: {
  regulation: RegulationContent
  problems: readonly Problem[]
  onChange: (patch: Partial<RegulationContent>) => void
  onClose: () => void
  onDelete?: () => void
}) {
  const { regulation, onChange } = props
  const panel = useFirstField(props.onDelete === undefined)
  const at = (field: string) => problemsAt(props.problems, field)
  return (
    <Paper
      ref={panel}
      variant="outlined"
      component="section"
      aria-label="制度登记"
      sx={{ width: 'min(380px, 38vw)', flex: 'none', display: 'flex', flexDirection: 'column', minHeight: 0 }}
    >
      <Box sx={{ p: 4, display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3, overflow: 'auto' }}>
        <Typography variant="h2" sx={{ gridColumn: '1 / -1' }}>
          {props.onDelete ? '制度' : '登记制度'}
        </Typography>
        <TextField
          label="文件名称"
          required
          wide
          lines={2}
          value={regulation.name}
          problems={at('name')}
          onCommit={(name) => onChange({ name })}
        />
        <TextField
          label="文号"
          placeholder="如 巴财〔2020〕38号"
          value={regulation.number}
          problems={at('number')}
          onCommit={(number) => onChange({ number })}
        />
        <TextField
          label="发文日期"
          placeholder="如 2020-05-28"
          value={regulation.issuedOn}
          problems={at('issuedOn')}
          onCommit={(issuedOn) => onChange({ issuedOn })}
        />
        <TextField label="发文机关" value={regulation.issuer} onCommit={(issuer) => onChange({ issuer })} />
        <ChoiceField
          label="效力"
          value={regulation.inForce ? 'yes' : 'no'}
          choices={{ yes: '现行有效', no: '已废止' }}
          onCommit={(chosen) => onChange({ inForce: chosen === 'yes' })}
        />
        <ChoiceField
          label="板块"
          value={regulation.board}
          choices={boards}
          onCommit={(board) => board && onChange({ board })}
        />
        <ChoiceField
          label="环节"
          value={regulation.stage}
          choices={stages}
          onCommit={(stage) => stage && onChange({ stage })}
        />
        <RegulationFiles
          attachments={regulation.attachments}
          mayAdd={props.onDelete !== undefined}
          onChange={(attachments) => onChange({ attachments })}
        />
        <TextField label="备注" lines={3} value={regulation.note} onCommit={(note) => onChange({ note })} />
      </Box>
      <Box sx={{ p: 3, display: 'flex', gap: 2, borderTop: 1, borderColor: 'divider' }}>
        {props.onDelete && (
          <Button color="error" onClick={props.onDelete}>
            删除这份制度
          </Button>
        )}
        <Box sx={{ flex: 1 }} />
        <Button variant="outlined" onClick={props.onClose}>
          关闭
        </Button>
      </Box>
    </Paper>
  )
}

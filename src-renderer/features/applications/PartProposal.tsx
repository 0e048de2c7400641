import Box from '@mui/material/Box'
import { changeBy } from '#domain/applications/amounts'
import { checkProposal } from '#domain/applications/checks'
import { goalStatuses } from '#domain/goals/goal'
import { formatWanExact } from '#domain/money'
import { may } from '#domain/people/permissions'
import { problemsAt } from '#domain/problem'
import { useSession } from '#session'
import { MoneyField } from '#ui/MoneyField.tsx'
import { fields, note } from '#ui/part-style'
import { TextField } from '#ui/TextField.tsx'
import { MeasuresField } from './MeasuresField.tsx'
import type { PartProps } from './part.ts'

/** 应用建议: the measures, the change of the budget, and to which line of the budget it goes; written by 监督与绩效管理科. */
export function PartProposal({ saver, application, next }: PartProps) {
  const { by, rules } = useSession()
  const { budget, ground, state, targetYear } = application
  const readOnly = state !== 'draft' || by.duty !== 'performance' || !may(by, 'save-application')
  const problems = state === 'draft' ? checkProposal(application, rules.applications) : []
  const { cut } = ground
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={fields}>
        <MeasuresField
          label="建议措施"
          application={application}
          value={application.proposed}
          readOnly={readOnly}
          problems={problemsAt(problems, 'proposed')}
          onCommit={(proposed) => saver.draft({ proposed })}
        />
        <MoneyField
          label="建议增减"
          hint="万元，压减填负数"
          value={application.proposedChange}
          readOnly={readOnly}
          problems={problemsAt(problems, 'proposedChange')}
          onCommit={(proposedChange) => saver.draft({ proposedChange })}
        />
        <TextField
          label={`落到 ${targetYear} 年预算项目`}
          value={application.nextName}
          readOnly={readOnly}
          placeholder="下年预算项目名称"
          onCommit={(nextName) =>
            saver.draft(next && nextName !== next.name ? { nextName, nextGoalId: '' } : { nextName })
          }
        />
        <TextField
          label="建议函文号"
          value={application.letterNumber}
          readOnly={readOnly}
          placeholder="如 南财绩建〔2026〕1号"
          onCommit={(letterNumber) => saver.draft({ letterNumber })}
        />
        <TextField
          wide
          label="理由"
          lines={2}
          value={application.reason}
          readOnly={readOnly}
          problems={problemsAt(problems, 'reason')}
          onCommit={(reason) => saver.draft({ reason })}
        />
      </Box>
      <Box sx={note}>
        {cut &&
          budget !== null &&
          `按规则压减 ${cut.least}%—${cut.most}%，即 ${formatWanExact(changeBy(budget, cut.least))} 至 ${formatWanExact(changeBy(budget, cut.most))} 万元。`}
        {next &&
          `${targetYear} 年申报：${next.name}，${next.total === null ? '金额未填' : `${formatWanExact(next.total)} 万元`}（${goalStatuses[next.status]}）。`}
        {!next && application.nextName === '' && `${targetYear} 年账套中还没有同一项目，可先写明预算项目。`}
      </Box>
    </Box>
  )
}

import { problemsAt } from '#domain/problem'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { FieldGrid, type SectionProps } from './GoalSections.tsx'

const yesNo = { yes: '是', no: '否' } as const

/** 事前评估, 公开, 涉密, 其他说明. */
export function GoalOther({ draft, problems, readOnly }: SectionProps) {
  const { content, change, touch } = draft
  const common = (field: string) => ({ field, readOnly, problems: problemsAt(problems, field) })
  return (
    <FieldGrid>
      <ChoiceField
        {...common('secret')}
        label="是否涉密"
        value={content.secret ? 'yes' : 'no'}
        choices={yesNo}
        onCommit={(choice) => change({ secret: choice === 'yes' })}
      />
      <ChoiceField
        {...common('disclosed')}
        label="是否公开"
        value={content.disclosed ? 'yes' : 'no'}
        choices={yesNo}
        onCommit={(choice) => change({ disclosed: choice === 'yes' })}
      />
      {!content.disclosed && (
        <TextField
          {...common('disclosureReason')}
          label="不公开原因"
          value={content.disclosureReason}
          onTyping={touch}
          onCommit={(disclosureReason) => change({ disclosureReason })}
        />
      )}
      <TextField
        {...common('preAssessment')}
        wide
        label="事前评估编号与结论"
        value={content.preAssessment}
        onTyping={touch}
        onCommit={(preAssessment) => change({ preAssessment })}
      />
      <TextField
        {...common('remarks')}
        label="其他说明"
        lines={2}
        value={content.remarks}
        onTyping={touch}
        onCommit={(remarks) => change({ remarks })}
      />
    </FieldGrid>
  )
}

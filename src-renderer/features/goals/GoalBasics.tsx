import { useId } from 'react'
import { isDay, parseDay } from '#domain/dates'
import {
  attributes,
  budgetBooks,
  budgetKinds,
  durations,
  type GoalContent,
  importances,
  projectCategories,
} from '#domain/goals/goal'
import { type Problem, problemsAt } from '#domain/problem'
import { ReadField } from '#ui/ReadField.tsx'
import { ChoiceField, FieldFrame, TextField } from '#ui/TextField.tsx'
import { UnitPicker } from '#ui/UnitPicker.tsx'
import { FieldGrid, type SectionProps } from './GoalSections.tsx'

type TextKey = 'name' | 'code' | 'responsible' | 'contact' | 'phone'

export function GoalBasics({ record, draft, problems, readOnly, fixedOwner }: SectionProps) {
  const { content, change, touch } = draft
  const unitId = useId()
  const isDepartment = content.kind === 'department'
  const common = (field: keyof GoalContent) => ({ field, readOnly, problems: problemsAt(problems, field) })

  function text(field: TextKey, label: string) {
    return (
      <TextField
        {...common(field)}
        label={label}
        value={content[field]}
        onTyping={touch}
        onCommit={(value) => change({ [field]: value })}
      />
    )
  }

  return (
    <FieldGrid>
      <TextField
        {...common('name')}
        wide
        label={isDepartment ? '部门名称' : '项目名称'}
        value={content.name}
        onTyping={touch}
        onCommit={(name) => change({ name })}
      />
      <FieldFrame {...common('unitId')} id={unitId} label="单位">
        {readOnly || fixedOwner ? (
          <span id={unitId}>
            {record.units.find((unit) => unit.id === content.unitId)?.name ?? '未定单位'}
          </span>
        ) : (
          <UnitPicker
            units={record.units}
            value={content.unitId}
            fullWidth
            onChange={(id) => change({ unitId: id })}
          />
        )}
      </FieldFrame>
      {text('responsible', '责任主体')}
      {text('code', isDepartment ? '部门代码' : '项目代码')}
      {text('contact', '联系人')}
      {text('phone', '联系电话')}
      <ChoiceField
        {...common('book')}
        readOnly={readOnly || fixedOwner === true}
        label="预算类型"
        value={content.book}
        choices={budgetBooks}
        onCommit={(book) => book && change({ book })}
      />
      {!isDepartment && (
        <>
          <ChoiceField
            {...common('category')}
            label="项目类别"
            value={content.category}
            choices={projectCategories}
            blank="未填"
            onCommit={(category) => change({ category })}
          />
          <ChoiceField
            {...common('budgetKind')}
            label="预算项目种类"
            value={content.budgetKind}
            choices={budgetKinds}
            blank="未填"
            onCommit={(budgetKind) => change({ budgetKind })}
          />
          <ChoiceField
            {...common('importance')}
            label="重要程度"
            value={content.importance}
            choices={importances}
            onCommit={(importance) => importance && change({ importance })}
          />
          <ChoiceField
            {...common('attribute')}
            label="项目属性"
            value={content.attribute}
            choices={attributes}
            blank="未填"
            onCommit={(attribute) => change({ attribute })}
          />
          <ChoiceField
            {...common('duration')}
            label="项目类型"
            value={content.duration}
            choices={durations}
            blank="未填"
            onCommit={(duration) => change({ duration })}
          />
          <DayField
            {...common('startsOn')}
            label="开始日期"
            edge="first"
            year={record.goal.year}
            value={content.startsOn}
            onTyping={touch}
            onCommit={(startsOn) => change({ startsOn })}
          />
          <DayField
            {...common('endsOn')}
            label="结束日期"
            edge="last"
            year={record.goal.year}
            value={content.endsOn}
            onTyping={touch}
            onCommit={(endsOn) => change({ endsOn })}
          />
        </>
      )}
    </FieldGrid>
  )
}

/** A day as people write it; 2025年3月 becomes its first or last day. */
function DayField(props: {
  label: string
  field: string
  edge: 'first' | 'last'
  year: number
  value: string
  readOnly: boolean
  problems: Problem[]
  onTyping: () => void
  onCommit: (day: string) => void
}) {
  const { onCommit, ...field } = props
  return (
    <ReadField
      {...field}
      placeholder={`如 ${props.year}-${props.edge === 'first' ? '01-01' : '12-31'}`}
      take={(text) => {
        const day = parseDay(text, props.edge)
        const isRead = text.trim() === '' || isDay(day)
        onCommit(isRead ? day : props.value)
        return isRead ? '' : `不是一个日期，没有保存。请写成 ${props.year}-03-01。`
      }}
    />
  )
}

import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { parseDay } from '#domain/dates'
import { checkDecision } from '#domain/disposals/checks'
import { hasLetter, letterKindOf, mayBeNumbered } from '#domain/disposals/letters'
import { proposedOn } from '#domain/disposals/propose'
import { letterKinds, measureRule } from '#domain/disposals/rules'
import { may } from '#domain/people/permissions'
import { problemsAt } from '#domain/problem'
import { useSession } from '#session'
import { MoneyField } from '#ui/MoneyField.tsx'
import { fields, note } from '#ui/part-style'
import { TextField } from '#ui/TextField.tsx'
import { DueNote } from './DueNote.tsx'
import { MeasureChoice } from './MeasureChoice.tsx'
import type { PartProps } from './part.ts'

/** 处置意见: the measure with what goes with it, the demand, and the letter; written while it is only proposed. */
export function PartDecision({ saver, disposal, today, calendars }: PartProps) {
  const { by, rules } = useSession()
  const disposalRules = rules.monitoring.disposal
  const rule = measureRule(disposalRules, disposal.measure)
  const isDraft = disposal.state === 'proposed'
  const mayWrite = may(by, 'save-disposal')
  const readOnly = !isDraft || !mayWrite
  const mayNumber = mayWrite && (isDraft || mayBeNumbered(disposal))
  const isLetter = hasLetter(disposal)
  const writtenOn = disposal.warnedOn || (isDraft ? today : '')
  const problems = isDraft ? checkDecision({ ...disposal, warnedOn: writtenOn }, disposalRules) : []
  const proposed = proposedOn(disposal, today, disposalRules)
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={fields}>
        <MeasureChoice
          label="处置措施"
          value={disposal.measure}
          proposed={proposed}
          readOnly={readOnly}
          problems={problemsAt(problems, 'measure')}
          onCommit={(measure) => saver.decide({ measure })}
        />
        {(rule?.hasAmount || disposal.amount !== null) && (
          <MoneyField
            label="拟调减（收回）金额"
            value={disposal.amount}
            readOnly={readOnly}
            problems={problemsAt(problems, 'amount')}
            onCommit={(amount) => saver.decide({ amount })}
          />
        )}
        <Box sx={{ display: 'grid', alignContent: 'end' }}>
          <FormControlLabel
            label="目标发生重大变化，须申请目标调整"
            disabled={readOnly}
            slotProps={{ typography: { sx: { fontSize: 13 } } }}
            control={
              <Checkbox
                checked={disposal.goalChange}
                onChange={(_event, goalChange) => saver.decide({ goalChange })}
              />
            }
          />
        </Box>
        <TextField
          wide
          label="处置要求"
          hint="写入文书"
          lines={3}
          value={disposal.demand}
          readOnly={readOnly}
          problems={problemsAt(problems, 'demand')}
          onCommit={(demand) => saver.decide({ demand })}
        />
        {(isDraft || isLetter) && (
          <>
            <TextField
              label="发文日期"
              hint="整改期限从发文次日起算"
              value={writtenOn}
              readOnly={!(mayWrite && (isDraft || disposal.state === 'issued'))}
              problems={problemsAt(problems, 'warnedOn')}
              onCommit={(text) => saver.decide({ warnedOn: parseDay(text) || text.trim() })}
            />
            <TextField
              label="发文字号"
              value={disposal.letterNumber}
              placeholder="如 南财绩函〔2026〕12号"
              readOnly={!mayNumber}
              onCommit={(letterNumber) => saver.decide({ letterNumber })}
            />
            <TextField
              label="文种"
              value={letterKinds[letterKindOf(disposal, disposalRules)]}
              readOnly
              onCommit={() => undefined}
            />
          </>
        )}
      </Box>
      {isDraft && <DueNote day={writtenOn} rules={disposalRules} calendars={calendars} />}
      {rule && (
        <Box sx={note}>
          措施依据：{rule.clause}〔{rule.mark}〕
        </Box>
      )}
    </Box>
  )
}

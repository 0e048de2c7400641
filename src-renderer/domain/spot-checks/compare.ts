import { spotCheckStates } from './flow.ts'
import { type SpotCheck, verdicts } from './spot-check.ts'

/** What differs between two states of a check, as text for the trail. */
export function diffSpotCheck(
  before: SpotCheck,
  after: SpotCheck,
): { field: string; label: string; from: string; to: string }[] {
  const [old, fresh] = [textsOf(before), textsOf(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((field) => {
    const [from, to] = [old.get(field), fresh.get(field)]
    const label = to?.label ?? from?.label ?? field
    return from?.text === to?.text ? [] : [{ field, label, from: from?.text ?? '', to: to?.text ?? '' }]
  })
}

function textsOf(check: SpotCheck): Map<string, { label: string; text: string }> {
  const texts = new Map<string, { label: string; text: string }>()
  const add = (field: string, label: string, text: string) => texts.set(field, { label, text })
  const names = (files: SpotCheck['evidence']) => files.map(({ name }) => name).join('、')
  add('state', '状态', spotCheckStates[check.state])
  add('checkedOn', '核查日期', check.checkedOn)
  add('place', '核查地点', check.place)
  add('checkers', '核查人员', check.checkers)
  for (const { id, subject, found, verdict, text, evidence } of check.lines) {
    const name = subject || '未写名称的事项'
    add(`lines.${id}.subject`, '核查事项', subject)
    add(`lines.${id}.found`, `${name}：核实情况`, found)
    add(`lines.${id}.verdict`, `${name}：结论`, verdict === '' ? '' : verdicts[verdict])
    add(`lines.${id}.text`, `${name}：说明`, text)
    add(`lines.${id}.evidence`, `${name}：佐证材料`, names(evidence))
  }
  add('record', '核查情况', check.record)
  add('verdict', '核查结论', check.verdict === '' ? '' : verdicts[check.verdict])
  add('suggestion', '处理建议', check.suggestion)
  add('evidence', '佐证材料', names(check.evidence))
  add('explanation', '单位说明', check.explanation)
  return texts
}

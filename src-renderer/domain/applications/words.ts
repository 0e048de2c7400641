import { scoreText } from '../evaluation/points.ts'
import { changeText } from './amounts.ts'
import type { Application, Source } from './application.ts'
import { applicationStates, isDecided } from './flow.ts'
import { measuresText, resultNames, sourceKinds } from './rules.ts'

/** Last year's result as one line beside a declaration: 单位自评 良（85.30）. */
export function resultWords({ kind, result, score }: Source): string {
  return `${sourceKinds[kind]} ${resultNames[result]}${score === null ? '' : `（${scoreText(score)} 分）`}`
}

/** What became of it, with the money: 压减预算 −52.00 万元，待落实; not applied where nothing was proposed. */
export function appliedWords(application: Application | null): string {
  if (!application) return '还没有应用'
  const { state, proposed, proposedChange, decided, decidedChange, doneChange, answeredOn } = application
  if (state === 'dropped') return applicationStates.dropped
  const isFixed = isDecided(state)
  const words = measuresText(isFixed ? decided : proposed)
  const change = changeText(isFixed ? decidedChange : proposedChange)
  const said = `${isFixed ? '' : '拟'}${words}${change === '' ? '' : ` ${change}`}`
  const done =
    answeredOn !== '' && doneChange !== null && doneChange !== decidedChange
      ? `，已落实 ${changeText(doneChange)}`
      : ''
  return `${said}（${applicationStates[state]}${done}）`
}
